import { PyFloat } from "../../util/python-values.ts";
import { PyDict } from "../py-dict.ts";
import { PyRange } from "../py-range.ts";
import { PySet } from "../py-set.ts";
import { PyTuple } from "../py-tuple.ts";
import { pyStr } from "../python-text.ts";

/** What a constant `{{ }}` gives in native rendering: its text, if Jinja could write the value into code. */
export function constantText(value: unknown): unknown {
  return isPlain(value) ? pyStr(value) : value;
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value !== "object") return typeof value !== "function";
  if (value instanceof PyFloat || value instanceof PyRange) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (value instanceof PyTuple) return value.items.every(isPlain);
  if (value instanceof PySet) return [...value].every(isPlain);
  return value instanceof PyDict && [...value.entries()].flat().every(isPlain);
}
