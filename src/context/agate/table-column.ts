import { hostFunction } from "../../jinja/host-object.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { PySet } from "../../jinja/py-set.ts";
import type { AgateTable } from "../agate-table.ts";
import { sequenceObject, type SequenceObject } from "./mapped-sequence.ts";
import { sortedNullsLast } from "./sort-values.ts";

/** One column of a table: its values, and agate's ways of looking at them. */
export function tableColumn(table: AgateTable, index: number): SequenceObject {
  const values = table.rows.map((row) => row[index]);
  const filled = (): unknown[] => values.filter((value) => value !== null);
  const view = (name: string, items: () => readonly unknown[], tuple = true): [string, unknown] => [
    name,
    hostFunction(name, () => (tuple ? new PyTuple(items()) : [...items()])),
  ];
  return sequenceObject({
    kind: "Column",
    values,
    keys: null,
    attributes: new Map<string, unknown>([
      ["name", table.columnNames[index]],
      ["index", index],
      ["data_type", table.columnTypes[index]],
      view("values_distinct", () => [...new PySet(values)]),
      view("values_without_nulls", filled),
      view("values_sorted", () => sortedNullsLast(values), false),
      view("values_without_nulls_sorted", () => sortedNullsLast(filled()), false),
    ]),
  });
}
