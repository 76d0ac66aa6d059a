import type { EngineError } from "../errors/engine-error.ts";
import { pythonError } from "../errors/jinja-errors.ts";
import { PyFloat } from "../util/python-values.ts";
import { pyStr } from "../jinja/python-text.ts";
import { literalEval } from "./literal-eval.ts";
import { isNativeMarker, type NativeMarker } from "./native-marker.ts";

/**
 * The value of a natively rendered template: nothing is the empty text, one piece keeps its type,
 * several become text. Only marked text is read as a Python literal (dbt's quoted_native_concat).
 */
export function concatNative(values: readonly unknown[]): unknown {
  const [first] = values;
  if (values.length === 0) return "";
  if (values.length > 1) return values.map(pyStr).join("");
  return isNativeMarker(first) ? readMarker(first) : first;
}

function readMarker({ type, text }: NativeMarker): unknown {
  if (type === "text") return text;
  const read = literalEval(text);
  const value = read === undefined ? text : read.value;
  if (type === "bool" && typeof value !== "boolean") throw cannotConvert(text, "bool");
  if (type === "number" && !isNumber(value)) throw cannotConvert(text, "number");
  return value;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof PyFloat;
}

function cannotConvert(text: string, type: string): EngineError {
  return pythonError("ValueError", `Could not convert value '${text}' into type '${type}'`);
}
