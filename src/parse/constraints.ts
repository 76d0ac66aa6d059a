import type { Constraint } from "../manifest/node-parts.ts";
import type { Located } from "../yaml/typed-readers.ts";
import {
  child,
  readBoolean,
  readChoice,
  readList,
  readMapping,
  readOptional,
  readString,
  readStringList,
  required,
} from "../yaml/typed-readers.ts";
import { readGiven } from "./properties/read-given.ts";

export const CONSTRAINT_TYPES = [
  "check",
  "not_null",
  "unique",
  "primary_key",
  "foreign_key",
  "custom",
] as const;

/** Reads `constraints:` of a column. */
export function readColumnConstraints(at: Located): Constraint[] {
  return readGiven(at, (list) => readList(list).map(readConstraint)) ?? [];
}

/** Reads `constraints:` of a model or of one of its versions. */
export function readModelConstraints(at: Located): Constraint[] {
  if (at.value === undefined) return [];
  return readList(at).map((item) => ({
    ...readConstraint(item),
    columns: readOptional(child(item, "columns"), readStringList) ?? [],
  }));
}

function readConstraint(at: Located): Constraint {
  readMapping(at);
  const text = (key: string): string | null => readOptional(child(at, key), readString) ?? null;
  const flag = (key: string): boolean => readOptional(child(at, key), readBoolean) ?? true;
  return {
    type: readChoice(required(at, "type"), CONSTRAINT_TYPES),
    name: text("name"),
    expression: text("expression"),
    warn_unenforced: flag("warn_unenforced"),
    warn_unsupported: flag("warn_unsupported"),
    to: text("to"),
    to_columns: readOptional(child(at, "to_columns"), readStringList) ?? [],
  };
}
