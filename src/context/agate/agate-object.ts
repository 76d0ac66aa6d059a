import { notSupported } from "../../errors/not-supported.ts";
import {
  hostFunction,
  hostObject,
  isHostObject,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { MISSING } from "../../jinja/scope.ts";
import type { AgateTable } from "../agate-table.ts";
import { sequenceObject, type SequenceObject } from "./mapped-sequence.ts";
import { tableMethod, UNSUPPORTED_METHODS } from "./table-methods.ts";
import { tableColumn } from "./table-column.ts";

export type TableObject = HostObject & { readonly table: AgateTable };

/** What tables do to the outside. */
export interface TableEffects {
  /** `print_table()` and its kin. */
  print(text: string): void;
  /** `to_csv(path)`, `to_json(path)`. */
  write(path: string, text: string): Promise<void>;
}

export function isTableObject(value: unknown): value is TableObject {
  return isHostObject(value) && "table" in value;
}

/** An agate table as templates see it. Rows and columns are wrapped when somebody looks. */
export function tableObject(table: AgateTable, effects: TableEffects): TableObject {
  const rows = once(() => table.rows.map((values) => rowObject(table, values)));
  const rowSequence = once(() =>
    sequenceObject({ kind: "MappedSequence", values: rows(), keys: null }),
  );
  const columnSequence = once(() =>
    sequenceObject({
      kind: "MappedSequence",
      values: table.columnNames.map((_, index) => tableColumn(table, index)),
      keys: table.columnNames,
    }),
  );
  const attribute = (name: string): unknown => {
    switch (name) {
      case "columns":
        return columnSequence();
      case "column_names":
        return new PyTuple(table.columnNames);
      case "column_types":
        return new PyTuple(table.columnTypes.map(typeObject));
      case "rows":
        return rowSequence();
      case "row_names":
        return null;
      default:
        return method(name);
    }
  };
  const method = (name: string): unknown => {
    const body = tableMethod(name, table, effects);
    if (body) {
      return hostFunction(name, (args) => {
        const result = body(args);
        return isAgateTable(result) ? tableObject(result, effects) : result;
      });
    }
    if (!UNSUPPORTED_METHODS.has(name)) return MISSING;
    return hostFunction(name, () => {
      throw notSupported(`the method "${name}" of query result tables`);
    });
  };
  return hostObject(
    {
      typeName: "Table",
      getAttribute: attribute,
      getItem: (key) => {
        const index = typeof key === "number" && key < 0 ? table.rows.length + key : key;
        return typeof index === "number" ? (rows()[index] ?? MISSING) : MISSING;
      },
      iterate: rows,
      length: () => table.rows.length,
      truth: () => table.rows.length > 0,
      str: () => structureText(table),
    },
    { table },
  );
}

function rowObject(table: AgateTable, values: readonly unknown[]): SequenceObject {
  return sequenceObject({ kind: "Row", values, keys: table.columnNames });
}

export function typeObject(type: string): HostObject {
  const name = AGATE_NAMES[type] ?? "Text";
  return hostObject({ typeName: name, str: () => `<agate.data_types.${name} object>` });
}

const AGATE_NAMES: Readonly<Record<string, string>> = {
  integer: "Integer",
  number: "Number",
  date: "Date",
  datetime: "DateTime",
  isodatetime: "ISODateTime",
  boolean: "Boolean",
  text: "Text",
};

/** `str(table)`: agate prints the columns and their types. */
function structureText(table: AgateTable): string {
  const names = ["column", ...table.columnNames];
  const types = ["data_type", ...table.columnTypes.map((type) => AGATE_NAMES[type] ?? "Text")];
  const nameWidth = Math.max(...names.map((name) => name.length));
  const typeWidth = Math.max(...types.map((type) => type.length));
  const lines = names.map(
    (name, index) => `| ${name.padEnd(nameWidth)} | ${(types[index] ?? "").padEnd(typeWidth)} |`,
  );
  lines.splice(1, 0, `| ${"-".repeat(nameWidth)} | ${"-".repeat(typeWidth)} |`);
  return `${lines.join("\n")}\n`;
}

function isAgateTable(value: unknown): value is AgateTable {
  return typeof value === "object" && value !== null && "columnTypes" in value && "rows" in value;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
