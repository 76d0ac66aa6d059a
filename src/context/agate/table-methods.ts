import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { uniqueColumnNames, type AgateTable } from "../agate-table.ts";
import { bindCall, listOf, optionalText } from "../members/call-arguments.ts";
import { compareValues } from "./sort-values.ts";
import { csvText, jsonRows } from "./table-export.ts";
import { printedTable } from "./print-table.ts";

interface Effects {
  print(text: string): void;
  write(path: string, text: string): Promise<void>;
}

type Method = (args: CallArguments) => unknown;

/** Methods of agate that take functions or change the table's shape in ways templates do not need. */
export const UNSUPPORTED_METHODS: ReadonlySet<string> = new Set([
  "aggregate",
  "bins",
  "compute",
  "denormalize",
  "find",
  "group_by",
  "homogenize",
  "join",
  "merge",
  "normalize",
  "pivot",
  "print_bars",
  "print_html",
  "where",
]);

/** A method of a table by name. One that gives a table gives it as data. */
export function tableMethod(name: string, table: AgateTable, effects: Effects): Method | undefined {
  switch (name) {
    case "select":
      return (args) => selectColumns(table, columnsArgument(name, args));
    case "exclude":
      return (args) => {
        const left = new Set(columnsArgument(name, args));
        return selectColumns(
          table,
          table.columnNames.filter((column) => !left.has(column)),
        );
      };
    case "rename":
      return (args) => renameColumns(table, bindCall(name, ["column_names"], args).column_names);
    case "limit":
      return (args) => limitRows(table, bindCall(name, ["start_or_stop", "stop", "step"], args));
    case "order_by":
      return (args) => orderRows(table, bindCall(name, ["key", "reverse"], args, 1));
    case "distinct":
      return (args) => distinctRows(table, bindCall(name, ["key"], args).key);
    default:
      return outputMethod(name, table, effects);
  }
}

function outputMethod(name: string, table: AgateTable, effects: Effects): Method | undefined {
  const path = (args: CallArguments): string => pyStr(bindCall(name, ["path"], args, 1).path);
  switch (name) {
    case "print_table":
      return (args) => {
        effects.print(printedTable(table, args));
        return null;
      };
    case "print_csv":
      return () => (effects.print(csvText(table)), null);
    case "print_json":
      return () => (effects.print(JSON.stringify(jsonRows(table))), null);
    case "to_csv":
      return async (args) => (await effects.write(path(args), csvText(table)), null);
    case "to_json":
      return async (args) => (
        await effects.write(path(args), JSON.stringify(jsonRows(table))),
        null
      );
    default:
      return undefined;
  }
}

function columnsArgument(name: string, args: CallArguments): string[] {
  return listOf(bindCall(name, ["key"], args, 1).key).map(pyStr);
}

function columnIndex(table: AgateTable, name: string): number {
  const index = table.columnNames.indexOf(name);
  if (index < 0) throw pythonError("ValueError", `tuple.index(x): x not in tuple: ${pyRepr(name)}`);
  return index;
}

function selectColumns(table: AgateTable, names: readonly string[]): AgateTable {
  const indexes = names.map((name) => columnIndex(table, name));
  return {
    columnNames: names,
    columnTypes: indexes.map((index) => table.columnTypes[index] ?? "text"),
    rows: table.rows.map((row) => indexes.map((index) => row[index])),
  };
}

function renameColumns(table: AgateTable, names: unknown): AgateTable {
  const renamed =
    names instanceof PyDict
      ? table.columnNames.map((name) => {
          const wanted = names.get(name);
          return wanted === MISSING ? name : pyStr(wanted);
        })
      : listOf(names).map(pyStr);
  return renamed.length === 0 ? table : { ...table, columnNames: uniqueColumnNames(renamed) };
}

function limitRows(
  table: AgateTable,
  bounds: { start_or_stop?: unknown; stop?: unknown; step?: unknown },
): AgateTable {
  const number = (value: unknown): number | undefined =>
    typeof value === "number" ? value : undefined;
  const [first, stop] = [number(bounds.start_or_stop), number(bounds.stop)];
  const step = number(bounds.step) ?? 1;
  const isRange = stop !== undefined || step !== 1;
  const rows = isRange ? table.rows.slice(first, stop) : table.rows.slice(0, first);
  return { ...table, rows: rows.filter((_, index) => index % step === 0) };
}

function orderRows(table: AgateTable, order: { key?: unknown; reverse?: unknown }): AgateTable {
  const indexes = listOf(order.key).map((name) => columnIndex(table, pyStr(name)));
  const rows = [...table.rows].sort((left, right) => {
    for (const index of indexes) {
      const side = compareValues(left[index], right[index]);
      if (side !== 0) return order.reverse === true ? -side : side;
    }
    return 0;
  });
  return { ...table, rows };
}

function distinctRows(table: AgateTable, key: unknown): AgateTable {
  const names = optionalText(key) === null ? table.columnNames : listOf(key).map(pyStr);
  const indexes = names.map((name) => columnIndex(table, name));
  const seen = new Set<string>();
  const rows = table.rows.filter((row) => {
    const mark = pyRepr(indexes.map((index) => row[index]));
    return !seen.has(mark) && seen.add(mark);
  });
  return { ...table, rows };
}
