import type { SparkType } from "../spark-type.ts";
import { widerType } from "../types/common-type.ts";
import {
  DOUBLE,
  INT,
  isAtomic,
  isDateTime,
  isFractional,
  isIntegral,
  isInterval,
  isNumeric,
  isText,
  sameType,
  STRING,
} from "../types/spark-types.ts";
import type { Pattern, TypeClass } from "./signature.ts";

/** What the variables of a signature stand for. */
export type Bindings = Map<string, SparkType>;

/**
 * - `exact`: the type is what the pattern asks for.
 * - `cast`: Spark's implicit casts may bring it there.
 */
export type MatchMode = "exact" | "cast";

/** True when an argument's type fits; variables are bound or widened on the way. */
export function matchPattern(
  pattern: Pattern,
  type: SparkType,
  bindings: Bindings,
  mode: MatchMode,
): boolean {
  if (isFree(type) && pattern.kind !== "variable" && pattern.kind !== "lambda") return true;
  switch (pattern.kind) {
    case "type":
      return sameKind(type, pattern.type) || (mode === "cast" && canCast(type, pattern.type));
    case "class":
      if (isInClass(type, pattern.name)) return true;
      return mode === "cast" && castToClass(type, pattern.name) !== undefined;
    case "variable":
      return bind(pattern.name, type, bindings);
    case "array":
      return type.kind === "array" && matchPattern(pattern.element, type.element, bindings, mode);
    case "map":
      if (type.kind !== "map" || !matchPattern(pattern.key, type.key, bindings, mode)) return false;
      return matchPattern(pattern.value, type.value, bindings, mode);
    case "lambda":
      return false;
    case "union":
      return pattern.options.some((option) => matchPattern(option, type, bindings, mode));
  }
}

/** NULL and unknown types go anywhere. */
function isFree(type: SparkType): boolean {
  return type.kind === "void" || type.kind === "unknown";
}

function sameKind(type: SparkType, wanted: SparkType): boolean {
  if (type.kind === "year-month" || type.kind === "day-time") return type.kind === wanted.kind;
  return sameType(type, wanted) || (isText(type) && isText(wanted));
}

function bind(name: string, type: SparkType, bindings: Bindings): boolean {
  const known = bindings.get(name);
  const common = known === undefined ? type : widerType(known, type);
  if (common === undefined) return false;
  bindings.set(name, common);
  return true;
}

/** TypeCoercion.implicitCast to a concrete type, ANSI off. */
function canCast(from: SparkType, to: SparkType): boolean {
  if (isNumeric(from) && isNumeric(to)) return true;
  if (isDateTime(from) && isDateTime(to)) return true;
  if (to.kind === "string") return isAtomic(from);
  if (isText(from))
    return isNumeric(to) || isDateTime(to) || isInterval(to) || to.kind === "binary";
  return false;
}

function isInClass(type: SparkType, name: TypeClass): boolean {
  switch (name) {
    case "any":
      return true;
    case "numeric":
      return isNumeric(type);
    case "integral":
      return isIntegral(type);
    case "fractional":
      return isFractional(type);
    case "decimal":
    case "struct":
      return type.kind === name;
    case "interval":
      return isInterval(type);
    case "year_month":
      return type.kind === "year-month";
    case "day_time":
      return type.kind === "day-time";
  }
}

function castToClass(type: SparkType, name: TypeClass): SparkType | undefined {
  return name === "numeric" && isText(type) ? DOUBLE : undefined;
}

const DEFAULTS: Readonly<Partial<Record<TypeClass, SparkType>>> = {
  numeric: DOUBLE,
  integral: INT,
  fractional: DOUBLE,
};

/** The type that an argument gets: undefined where it stays as it is. */
export function targetType(
  pattern: Pattern,
  type: SparkType,
  bindings: Bindings,
): SparkType | undefined {
  switch (pattern.kind) {
    case "type":
      return sameKind(type, pattern.type) ? undefined : pattern.type;
    case "class":
      if (type.kind === "void") return DEFAULTS[pattern.name] ?? STRING;
      return isInClass(type, pattern.name) ? undefined : castToClass(type, pattern.name);
    case "union":
      return targetOfUnion(pattern.options, type, bindings);
    case "lambda":
      return undefined;
    default:
      return instantiate(pattern, bindings) ?? undefined;
  }
}

function targetOfUnion(
  options: readonly Pattern[],
  type: SparkType,
  bindings: Bindings,
): SparkType | undefined {
  if (
    options.some((option) => matchPattern(option, type, new Map(bindings), "exact")) &&
    type.kind !== "void"
  ) {
    return undefined;
  }
  const option = options.find((each) => matchPattern(each, type, new Map(bindings), "cast"));
  return option === undefined ? undefined : targetType(option, type, bindings);
}

/** The type that a pattern stands for, once its variables are bound. */
export function instantiate(pattern: Pattern, bindings: Bindings): SparkType | undefined {
  switch (pattern.kind) {
    case "type":
      return pattern.type;
    case "variable":
      return bindings.get(pattern.name);
    case "array": {
      const element = instantiate(pattern.element, bindings);
      return element === undefined ? undefined : { kind: "array", element };
    }
    case "map": {
      const key = instantiate(pattern.key, bindings);
      const value = instantiate(pattern.value, bindings);
      return key === undefined || value === undefined ? undefined : { kind: "map", key, value };
    }
    case "union":
      return pattern.options[0] === undefined
        ? undefined
        : instantiate(pattern.options[0], bindings);
    case "class":
      return pattern.name === "any" ? { kind: "unknown" } : (DEFAULTS[pattern.name] ?? STRING);
    case "lambda":
      return undefined;
  }
}
