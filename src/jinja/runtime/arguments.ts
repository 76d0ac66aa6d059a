import { pythonError } from "../../errors/jinja-errors.ts";
import { pythonTypeName } from "../python-types.ts";
import { asIndex } from "./numbers.ts";

/** The text in an argument that must be one. */
export function textArgument(value: unknown, of: string): string {
  if (typeof value === "string") return value;
  throw pythonError("TypeError", `${of} must be str, not ${pythonTypeName(value)}`);
}

/** The integer in an argument that must be one. */
export function intArgument(value: unknown): number {
  const index = asIndex(value);
  if (index !== undefined) return index;
  throw pythonError(
    "TypeError",
    `'${pythonTypeName(value)}' object cannot be interpreted as an integer`,
  );
}

/** An optional integer; None and nothing give the default. */
export function optionalInt(value: unknown, fallback: number): number {
  return value === undefined || value === null ? fallback : intArgument(value);
}
