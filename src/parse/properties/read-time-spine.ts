import { checkKeys } from "./known-keys.ts";
import { timeSpineColumn } from "../../errors/model-errors.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isPresent,
  placeOf,
  readList,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import type { Column } from "../columns.ts";
import { readGiven } from "./read-given.ts";

export interface TimeSpine {
  readonly standard_granularity_column: string;
  readonly custom_granularities: readonly {
    readonly name: string;
    readonly column_name: string | null;
  }[];
}

/** `time_spine:` of a model: its columns must be described, and the standard one have a granularity. */
export function readTimeSpine(
  at: Located,
  columns: readonly Column[],
  model: string,
): TimeSpine | null {
  if (!isPresent(at)) return null;
  checkKeys(at, "time spine");
  const standard = readString(required(at, "standard_granularity_column"));
  const custom = readGiven(child(at, "custom_granularities"), readList) ?? [];
  const granularities = custom.map((item) => ({
    name: readString(required(item, "name")),
    column_name: readOptional(child(item, "column_name"), readString) ?? null,
  }));
  const known = new Map(columns.map((column) => [column.info.name, column]));
  const fail = (column: string, fault: string): never => {
    throw timeSpineColumn(model, column, fault, placeOf(at));
  };
  if (!known.has(standard)) fail(standard, "is not among its columns");
  if (known.get(standard)?.info.granularity === null) fail(standard, "has no granularity");
  for (const { name, column_name } of granularities) {
    if (!known.has(column_name ?? name)) fail(column_name ?? name, "is not among its columns");
  }
  return { standard_granularity_column: standard, custom_granularities: granularities };
}
