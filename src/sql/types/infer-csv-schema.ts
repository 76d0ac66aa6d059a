import type { SparkType } from "../spark-type.ts";
import { readDateTimeText } from "./datetime-text.ts";
import { BIGINT, BOOLEAN, decimal, DOUBLE, INT, STRING } from "./spark-types.ts";

/** The struct that Spark's CSVInferSchema makes of a record: `_c0`, `_c1`, ... */
export function inferCsvSchema(fields: readonly string[]): SparkType {
  return {
    kind: "struct",
    fields: fields.map((field, at) => ({ name: `_c${at}`, type: inferField(field) })),
  };
}

const INT_LIMIT = 2n ** 31n;
const BIGINT_LIMIT = 2n ** 63n;

function inferField(text: string): SparkType {
  if (/^[+-]?\d+$/.test(text)) return inferWhole(text);
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?\s*$/.test(text)) return DOUBLE;
  if (/^(NaN|Inf|-Inf)$/.test(text)) return DOUBLE;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && readDateTimeText(text) !== undefined)
    return { kind: "date" };
  if (readDateTimeText(text) !== undefined) return { kind: "timestamp" };
  return /^(true|false)$/i.test(text) ? BOOLEAN : STRING;
}

function inferWhole(text: string): SparkType {
  const value = BigInt(text.replace("+", ""));
  if (value >= -INT_LIMIT && value < INT_LIMIT) return INT;
  if (value >= -BIGINT_LIMIT && value < BIGINT_LIMIT) return BIGINT;
  const digits = text.replace(/^[+-]?0*/, "").length;
  return digits <= 38 ? decimal(digits, 0) : DOUBLE;
}
