import { columnNotString, columnTypeNotReadable } from "../../errors/column-errors.ts";
import {
  hostFunction,
  hostObject,
  isHostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall } from "../members/call-arguments.ts";
import {
  columnFromDescription,
  isFloatColumn,
  isIntegerColumn,
  isNumericColumn,
  isStringColumn,
  makeColumn,
  numericType,
  stringSize,
  stringType,
  type DbtColumn,
} from "./column.ts";

export type ColumnObject = HostObject & { readonly column: DbtColumn };

export function isColumnObject(value: unknown): value is ColumnObject {
  return isHostObject(value) && "column" in value;
}

/** A Column as templates see it. */
export function columnObject(column: DbtColumn): ColumnObject {
  return hostObject(
    {
      typeName: "SparkColumn",
      getAttribute(name) {
        const fact = FACTS.get(name);
        if (fact) return fact(column);
        const method = METHODS.get(name) ?? CLASS_METHODS.get(name);
        return method ? hostFunction(name, (args) => method(column, args)) : MISSING;
      },
      str: () => `<SparkColumn ${column.name} (${column.dtype})>`,
      equals: (other) => isColumnObject(other) && sameColumn(column, other.column),
    },
    { column },
  );
}

/** `api.Column`. */
export const columnClass: HostObject = hostObject({
  typeName: "type",
  getAttribute(name) {
    const method = CLASS_METHODS.get(name);
    return method ? hostFunction(name, (args) => method(makeColumn("", ""), args)) : MISSING;
  },
  call: (args) => {
    const bound = bindCall("Column", ["column", "dtype"], args, 2);
    return columnObject(makeColumn(pyStr(bound.column), pyStr(bound.dtype)));
  },
  str: () => "<class 'SparkColumn'>",
});

function sameColumn(left: DbtColumn, right: DbtColumn): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

const FACTS: ReadonlyMap<string, (column: DbtColumn) => unknown> = new Map<
  string,
  (column: DbtColumn) => unknown
>([
  ["name", (c) => c.name],
  ["column", (c) => c.name],
  ["quoted", (c) => `\`${c.name}\``],
  ["dtype", (c) => c.dtype],
  ["data_type", (c) => c.dtype],
  ["expanded_data_type", (c) => c.dtype],
  ["char_size", (c) => c.charSize],
  ["numeric_precision", (c) => c.numericPrecision],
  ["numeric_scale", (c) => c.numericScale],
  ["table_database", () => null],
  ["table_schema", (c) => c.table?.schema ?? null],
  ["table_name", (c) => c.table?.name ?? null],
  ["table_type", (c) => c.table?.type ?? null],
  ["table_owner", (c) => c.table?.owner ?? null],
  ["table_stats", () => null],
  ["column_index", (c) => c.table?.index ?? null],
]);

type Method = (column: DbtColumn, args: CallArguments) => unknown;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["is_string", (c) => isStringColumn(c)],
  ["is_float", (c) => isFloatColumn(c)],
  ["is_integer", (c) => isIntegerColumn(c)],
  ["is_numeric", (c) => isNumericColumn(c)],
  ["is_number", (c) => isIntegerColumn(c) || isNumericColumn(c) || isFloatColumn(c)],
  ["string_size", (c) => sizeOf(c)],
  // Spark does not size its strings: one string can always become another.
  [
    "can_expand_to",
    (c, args) => {
      const other = args.positional[0] ?? args.named.get("other_column");
      return isColumnObject(other) && isStringColumn(c) && isStringColumn(other.column);
    },
  ],
  ["literal", (c, args) => `cast(${pyStr(args.positional[0])} as ${c.dtype})`],
]);

/** Methods that need no column; columns have them too. */
const CLASS_METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["translate_type", (_, args) => args.positional[0]],
  ["string_type", (_, args) => stringType(Number(args.positional[0]))],
  ["numeric_type", (_, args) => numericTypeOf(args)],
  [
    "create",
    (_, args) => {
      const bound = bindCall("create", ["name", "label_or_dtype"], args, 2);
      return columnObject(makeColumn(pyStr(bound.name), pyStr(bound.label_or_dtype)));
    },
  ],
  [
    "from_description",
    (_, args) => {
      const bound = bindCall("from_description", ["name", "raw_data_type"], args, 2);
      const type = pyStr(bound.raw_data_type);
      const column = columnFromDescription(pyStr(bound.name), type);
      if (!column) throw columnTypeNotReadable(type);
      return columnObject(column);
    },
  ],
]);

function sizeOf(column: DbtColumn): number {
  if (!isStringColumn(column)) throw columnNotString(column.name, column.dtype);
  return stringSize(column);
}

function numericTypeOf(args: CallArguments): string {
  const bound = bindCall("numeric_type", ["dtype", "precision", "scale"], args, 1);
  const size = (value: unknown): number | null =>
    value === null || value === undefined ? null : Number(pyStr(value));
  return numericType(size(bound.precision), size(bound.scale));
}
