import { pythonFloatText } from "../util/python-float-text.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";

/** Python's `str()` of a scalar that is a mapping's key: `True`, `None`, `1.0`, `2024-01-31`. */
export function pythonKeyText(key: unknown): string {
  if (typeof key === "string") return key;
  if (key === null || key === undefined) return "None";
  if (key === true) return "True";
  if (key === false) return "False";
  if (key instanceof PyFloat) return pythonFloatText(key.value);
  if (key instanceof PyDate) return key.iso;
  if (key instanceof PyDateTime) return key.iso.replace("T", " ");
  return typeof key === "bigint" ? key.toString() : JSON.stringify(key);
}
