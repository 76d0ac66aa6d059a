import type { SparkType } from "../../spark-type.ts";

/** A DuckDB expression with the Spark type of its value. Its DuckDB type is `duckType(type)`. */
export interface TypedSql {
  readonly sql: string;
  readonly type: SparkType;
  /** False where an operator around it needs parentheses. */
  readonly atomic: boolean;
  /** The value, where the expression is a literal. */
  readonly literal?: Literal;
  /** The comment of the column that the expression is. */
  readonly comment?: string;
}

export type Literal =
  | { readonly kind: "null" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** Digits with sign, dot and exponent. */
  | { readonly kind: "number"; readonly text: string };

/** A call, name, literal or anything else that needs no parentheses. */
export function atom(sql: string, type: SparkType): TypedSql {
  return { sql, type, atomic: true };
}

/** An expression with an operator outside. */
export function compound(sql: string, type: SparkType): TypedSql {
  return { sql, type, atomic: false };
}

/** The text as an operand. */
export function operand(expression: TypedSql): string {
  return expression.atomic ? expression.sql : `(${expression.sql})`;
}

/** The text as a literal string, where the expression is one. */
export function stringLiteralOf(expression: TypedSql): string | undefined {
  return expression.literal?.kind === "string" ? expression.literal.value : undefined;
}

/** The value of a whole-number literal. */
export function integerLiteralOf(expression: TypedSql): number | undefined {
  if (expression.literal?.kind !== "number") return undefined;
  const value = Number(expression.literal.text);
  return Number.isInteger(value) ? value : undefined;
}

export function isNullLiteral(expression: TypedSql): boolean {
  return expression.literal?.kind === "null";
}

export function nullSql(): TypedSql {
  return { ...atom("NULL", { kind: "void" }), literal: { kind: "null" } };
}
