import { unsafeCast } from "../../../errors/spark-catalog-errors.ts";
import { sparkTypeText, type SparkType } from "../../../sql/spark-type.ts";
import { castTo } from "../engine/resolve-output.ts";
import { sparkName } from "../engine/spark-name.ts";

/**
 * The cast with which Spark stores a value into a column (`spark.sql.storeAssignmentPolicy` ANSI):
 * unsafe pairs of types are refused, values out of range fail.
 *
 * @param sql - a DuckDB expression of type `from`
 * @param table - the table's name for the message
 */
export function storeCast(
  sql: string,
  from: SparkType,
  column: { readonly name: string; readonly type: SparkType },
  table: string,
): string {
  const to = column.type;
  if (from.kind !== "unknown" && !canStore(from, to)) {
    throw unsafeCast(table, sparkName(column.name), sparkTypeText(from), sparkTypeText(to));
  }
  if (isFractional(from) && isIntegral(to)) return castTo(`trunc(${sql})`, to);
  if (from.kind !== "string" && to.kind === "string") return storedText(sql, from);
  return castTo(sql, to);
}

/** The prelude's casts to text; types that DuckDB writes as Spark does need none. */
function storedText(sql: string, from: SparkType): string {
  switch (from.kind) {
    case "float":
    case "double":
    case "decimal":
    case "timestamp":
    case "timestamp_ntz":
    case "binary":
    case "interval":
      return `sp_${from.kind}_to_string(${sql})`;
    case "year-month":
    case "day-time":
      return `sp_${from.kind.replace("-", "_")}_to_string(${sql}, '${from.from}', '${from.to}')`;
    default:
      return castTo(sql, { kind: "string" });
  }
}

/** Spark's Cast.canANSIStoreAssign. */
function canStore(from: SparkType, to: SparkType): boolean {
  if (from.kind === "void" || sparkTypeText(from) === sparkTypeText(to)) return true;
  if (isText(to)) return !isNested(from);
  if (isNumeric(from)) return isNumeric(to);
  if (isTime(from)) return isTime(to);
  if (isNested(from)) return canStoreNested(from, to);
  return from.kind === to.kind;
}

function canStoreNested(from: SparkType, to: SparkType): boolean {
  if (from.kind === "array" && to.kind === "array") return canStore(from.element, to.element);
  if (from.kind === "map" && to.kind === "map") {
    return canStore(from.key, to.key) && canStore(from.value, to.value);
  }
  if (from.kind !== "struct" || to.kind !== "struct") return false;
  if (from.fields.length !== to.fields.length) return false;
  return from.fields.every((field, at) => canStore(field.type, to.fields[at]?.type ?? field.type));
}

const INTEGRAL = ["tinyint", "smallint", "int", "bigint"];
const FRACTIONAL = ["float", "double", "decimal"];

function isIntegral(type: SparkType): boolean {
  return INTEGRAL.includes(type.kind);
}

function isFractional(type: SparkType): boolean {
  return FRACTIONAL.includes(type.kind);
}

function isNumeric(type: SparkType): boolean {
  return isIntegral(type) || isFractional(type);
}

function isText(type: SparkType): boolean {
  return type.kind === "string" || type.kind === "varchar" || type.kind === "char";
}

function isTime(type: SparkType): boolean {
  return type.kind === "date" || type.kind === "timestamp" || type.kind === "timestamp_ntz";
}

function isNested(type: SparkType): boolean {
  return type.kind === "array" || type.kind === "map" || type.kind === "struct";
}
