import { bindingsMismatch } from "../../errors/binding-errors.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { isDecimalObject } from "../decimal-object.ts";
import { PyFloat } from "../../util/python-values.ts";

/** The statement with its placeholders (`?` or `%s`, outside of quotes) replaced by Spark literals. */
export function bindValues(sql: string, values: readonly unknown[]): string {
  if (values.length === 0) return sql;
  let next = 0;
  const bound = sql.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\?|%s/g, (match) =>
    match === "?" || match === "%s" ? sparkLiteral(values[next++]) : match,
  );
  if (next !== values.length) throw bindingsMismatch(next, values.length);
  return bound;
}

/** A template value as Spark SQL writes it. */
export function sparkLiteral(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof PyFloat || isDecimalObject(value)) return numberLiteral(pyStr(value));
  return quoted(pyStr(value));
}

/** NaN and the infinities have no digits: Spark reads them from text. */
function numberLiteral(text: string): string {
  return /^-?[\d.]/.test(text) ? text : `double(${quoted(text)})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
