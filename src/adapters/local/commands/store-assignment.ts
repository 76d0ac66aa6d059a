import { unsafeCast } from "../../../errors/spark-catalog-errors.ts";
import { sparkTypeText, type SparkType } from "../../../sql/spark-type.ts";
import { castTo } from "../engine/resolve-output.ts";
import { quoteName, quoteText } from "../engine/quote.ts";
import { sparkName } from "../engine/spark-name.ts";

/** The column that a value goes into. */
export interface StoreTarget {
  readonly name: string;
  readonly type: SparkType;
  /** The table's name for messages. */
  readonly table: string;
  /** Delta casts text to any type while it writes; other formats refuse it beforehand. */
  readonly castsText: boolean;
}

/**
 * The cast with which Spark stores a value into a column (`spark.sql.storeAssignmentPolicy` ANSI):
 * unsafe pairs of types are refused, values out of range fail.
 *
 * @param sql - a DuckDB expression of type `from`
 */
export function storeCast(sql: string, from: SparkType, target: StoreTarget): string {
  const to = target.type;
  if (from.kind === "void" || from.kind === "unknown") return castTo(sql, to);
  if (target.castsText && isReadable(from, to)) return readText(sql, to);
  if (!canStore(from, to)) {
    const column = sparkName(target.name);
    throw unsafeCast(target.table, column, sparkTypeText(from), sparkTypeText(to));
  }
  if (isNumeric(from) && isNumeric(to)) return storedNumber(sql, from, target);
  if (isText(to)) return limited(isText(from) ? sql : storedText(sql, from), to);
  return isNested(to) ? storedNested(sql, from, target) : castTo(sql, to);
}

/** Structs go by position, whatever their fields are called; DuckDB's own cast goes by name. */
function storedNested(sql: string, from: SparkType, target: StoreTarget): string {
  const to = target.type;
  const inner = (part: string, source: SparkType, type: SparkType): string =>
    storeCast(part, source, { ...target, type });
  if (from.kind === "array" && to.kind === "array") {
    return `list_transform(${sql}, lambda e: ${inner("e", from.element, to.element)})`;
  }
  if (from.kind === "map" && to.kind === "map") {
    const keys = `list_transform(map_keys(${sql}), lambda k: ${inner("k", from.key, to.key)})`;
    const values = `list_transform(map_values(${sql}), lambda v: ${inner("v", from.value, to.value)})`;
    return `map(${keys}, ${values})`;
  }
  if (from.kind !== "struct" || to.kind !== "struct") return castTo(sql, to);
  const fields = to.fields.map((field, at) => {
    const source = from.fields[at] ?? field;
    const value = `struct_extract(${sql}, ${quoteText(source.name)})`;
    return `${quoteName(field.name)} := ${inner(value, source.type, field.type)}`;
  });
  return `CASE WHEN ${sql} IS NOT NULL THEN struct_pack(${fields.join(", ")}) END`;
}

function isReadable(from: SparkType, to: SparkType): boolean {
  return isText(from) && !isText(to) && !isNested(to);
}

/** A number that does not fit is an error, not NULL; a fraction is cut off. */
function storedNumber(sql: string, from: SparkType, { name, type }: StoreTarget): string {
  const value = isFractional(from) && isIntegral(type) ? `trunc(${sql})` : sql;
  const cast = castTo(value, type);
  if (!isNarrowing(from, type)) return cast;
  const message = `[CAST_OVERFLOW_IN_TABLE_INSERT] Fail to insert a value of "${typeName(from)}" type into the "${typeName(type)}" type column ${sparkName(name)} due to an overflow. Use \`try_cast\` on the input value to tolerate overflow and return NULL instead.`;
  const tried = `TRY_${cast}`;
  // NaN and the infinities are no decimals: they become NULL (Cast.castToDecimal).
  const isLost = type.kind === "decimal" && isFloat(from) ? ` OR NOT isfinite(${sql})` : "";
  return `CASE WHEN ${tried} IS NOT NULL OR ${sql} IS NULL${isLost} THEN ${tried} ELSE error(${quoteText(message)}) END`;
}

function isFloat(type: SparkType): boolean {
  return type.kind === "float" || type.kind === "double";
}

const WIDTHS = ["tinyint", "smallint", "int", "bigint"];

function isNarrowing(from: SparkType, to: SparkType): boolean {
  if (to.kind === "decimal") return sparkTypeText(from) !== sparkTypeText(to);
  if (!isIntegral(to)) return false;
  return isFractional(from) || WIDTHS.indexOf(from.kind) > WIDTHS.indexOf(to.kind);
}

/** Text cast under ANSI rules: what is no such value is an error. */
function readText(sql: string, to: SparkType): string {
  const cast = isIntegral(to) ? `sp_try_string_to_${to.kind}(${sql})` : textCast(sql, to);
  const message = `' of the type "STRING" cannot be cast to "${typeName(to)}" because it is malformed.`;
  const raised = `error('[CAST_INVALID_INPUT] The value ''' || ${sql} || ${quoteText(message)})`;
  return `CASE WHEN ${cast} IS NOT NULL OR ${sql} IS NULL THEN ${cast} ELSE ${raised} END`;
}

const READ_BY_PRELUDE = ["float", "double", "boolean", "date", "timestamp", "timestamp_ntz"];

function textCast(sql: string, to: SparkType): string {
  if (to.kind === "binary") return `encode(${sql})`;
  if (READ_BY_PRELUDE.includes(to.kind)) return `sp_string_to_${to.kind}(${sql})`;
  return `TRY_${castTo(sql, to)}`;
}

/** CHAR and VARCHAR: spaces beyond the length go, other text is an error; CHAR is filled up. */
function limited(sql: string, to: SparkType): string {
  if (to.kind !== "char" && to.kind !== "varchar") return sql;
  const { length } = to;
  const error = `error('[EXCEED_LIMIT_LENGTH] Exceeds char/varchar type length limitation: ${length}.')`;
  const cut = `CASE WHEN length(${sql}) <= ${length} THEN ${sql} WHEN length(rtrim(${sql}, ' ')) <= ${length} THEN left(${sql}, ${length}) WHEN ${sql} IS NOT NULL THEN ${error} END`;
  return to.kind === "varchar" ? cut : `rpad(${cut}, ${length}, ' ')`;
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

function typeName(type: SparkType): string {
  return sparkTypeText(type).toUpperCase();
}

function isIntegral(type: SparkType): boolean {
  return WIDTHS.includes(type.kind);
}

function isFractional(type: SparkType): boolean {
  return type.kind === "float" || type.kind === "double" || type.kind === "decimal";
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
