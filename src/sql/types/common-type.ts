import type { SparkType, StructField } from "../spark-type.ts";
import { decimalFor, widerDecimal } from "./decimal-types.ts";
import {
  DOUBLE,
  isAnsiInterval,
  isAtomic,
  isDateTime,
  isFractional,
  isIntegral,
  isNumeric,
  isText,
  sameType,
  STRING,
  UNKNOWN,
} from "./spark-types.ts";

/**
 * TypeCoercion.findWiderTypeForTwo with string promotion: what CASE, coalesce, array, UNION give two
 * branches. Undefined where Spark finds none.
 */
export function widerType(a: SparkType, b: SparkType): SparkType | undefined {
  const tight = tightestType(a, b);
  if (tight !== undefined) return tight;
  if (isText(a) && isAtomic(b) && b.kind !== "binary" && b.kind !== "boolean") return STRING;
  if (isText(b) && isAtomic(a) && a.kind !== "binary" && a.kind !== "boolean") return STRING;
  const numeric = widerNumeric(a, b);
  if (numeric !== undefined) return numeric;
  return widerNested(a, b, widerType);
}

/** As widerType, but a string gives no common type with anything else (VALUES). */
export function widerTypeWithoutStrings(a: SparkType, b: SparkType): SparkType | undefined {
  const isMixed = isText(a) !== isText(b) && a.kind !== "void" && b.kind !== "void";
  const isOpen = a.kind === "unknown" || b.kind === "unknown";
  return isMixed && !isOpen ? undefined : widerType(a, b);
}

/** The wider type of a list; `void` for an empty one. */
export function widerTypeOf(types: readonly SparkType[]): SparkType | undefined {
  // Spark puts strings first, so that promotion to string does not depend on the order.
  const ordered = [...types.filter(isText), ...types.filter((type) => !isText(type))];
  let common: SparkType | undefined = { kind: "void" };
  for (const type of ordered) {
    if (common === undefined) return undefined;
    common = widerType(common, type);
  }
  return common;
}

/** TypeCoercion.findTightestCommonType: no precision is lost. */
function tightestType(a: SparkType, b: SparkType): SparkType | undefined {
  if (sameType(a, b)) return a;
  if (a.kind === "void") return b;
  if (b.kind === "void") return a;
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  if (isText(a) && isText(b)) return STRING;
  if (isNumeric(a) && isNumeric(b)) return tightestNumeric(a, b);
  if (isDateTime(a) && isDateTime(b)) return widerDateTime(a, b);
  return widerInterval(a, b);
}

const NUMERIC_ORDER = ["tinyint", "smallint", "int", "bigint", "float", "double"] as const;

function tightestNumeric(a: SparkType, b: SparkType): SparkType | undefined {
  if (a.kind === "decimal" || b.kind === "decimal") return undefined;
  const rank = (type: SparkType): number => NUMERIC_ORDER.findIndex((kind) => kind === type.kind);
  return rank(a) >= rank(b) ? a : b;
}

function widerNumeric(a: SparkType, b: SparkType): SparkType | undefined {
  if (a.kind !== "decimal" && b.kind !== "decimal") return undefined;
  if (isFractional(a) || isFractional(b)) return DOUBLE;
  const left = decimalFor(a);
  const right = decimalFor(b);
  return left === undefined || right === undefined ? undefined : widerDecimal(left, right);
}

function widerDateTime(a: SparkType, b: SparkType): SparkType {
  if (a.kind === "timestamp" || b.kind === "timestamp") return { kind: "timestamp" };
  return { kind: "timestamp_ntz" };
}

function widerInterval(a: SparkType, b: SparkType): SparkType | undefined {
  if (a.kind === "year-month" && b.kind === "year-month") {
    const from = a.from === "year" || b.from === "year" ? "year" : "month";
    const to = a.to === "month" || b.to === "month" ? "month" : "year";
    return { kind: "year-month", from, to };
  }
  if (a.kind !== "day-time" || b.kind !== "day-time") return undefined;
  const order = ["day", "hour", "minute", "second"] as const;
  const from = order[Math.min(order.indexOf(a.from), order.indexOf(b.from))] ?? "day";
  const to = order[Math.max(order.indexOf(a.to), order.indexOf(b.to))] ?? "second";
  return { kind: "day-time", from, to };
}

type Wider = (a: SparkType, b: SparkType) => SparkType | undefined;

function widerNested(a: SparkType, b: SparkType, wider: Wider): SparkType | undefined {
  if (a.kind === "array" && b.kind === "array") {
    const element = wider(a.element, b.element);
    return element === undefined ? undefined : { kind: "array", element };
  }
  if (a.kind === "map" && b.kind === "map") {
    const key = wider(a.key, b.key);
    const value = wider(a.value, b.value);
    return key === undefined || value === undefined ? undefined : { kind: "map", key, value };
  }
  if (a.kind !== "struct" || b.kind !== "struct") return undefined;
  return widerStruct(a.fields, b.fields, wider);
}

function widerStruct(
  a: readonly StructField[],
  b: readonly StructField[],
  wider: Wider,
): SparkType | undefined {
  if (a.length !== b.length) return undefined;
  const fields: StructField[] = [];
  for (const [index, field] of a.entries()) {
    const other = b[index];
    const sameName = other?.name.toLowerCase() === field.name.toLowerCase();
    const type = other !== undefined && sameName ? wider(field.type, other.type) : undefined;
    if (type === undefined) return undefined;
    fields.push({ name: field.name, type });
  }
  return { kind: "struct", fields };
}

/**
 * The type that both sides of a comparison get (TypeCoercion, ANSI off): a string gives way to the
 * other side's type, except that decimals meet strings as doubles.
 */
export function comparisonType(a: SparkType, b: SparkType): SparkType | undefined {
  const tight = tightestType(a, b) ?? widerNumeric(a, b);
  if (tight !== undefined) return tight;
  if (isText(a)) return promoteForComparison(b);
  if (isText(b)) return promoteForComparison(a);
  if (a.kind === "boolean" && isIntegral(b)) return b;
  if (b.kind === "boolean" && isIntegral(a)) return a;
  return widerNested(a, b, comparisonType);
}

function promoteForComparison(other: SparkType): SparkType | undefined {
  if (other.kind === "decimal") return DOUBLE;
  return isAtomic(other) && !isAnsiInterval(other) ? other : undefined;
}
