import type { CallExpression, Located } from "../tree/expression.ts";
import type { Scope } from "../generator/scope/scope.ts";
import type { TypedSql } from "../generator/scope/typed-sql.ts";

export type Call = CallExpression & Located;

/**
 * How a Spark function is written in DuckDB.
 *
 * A text is an overload, `(string, int) -> string = left($1, $2)`: parameter types, result type, and a
 * template in which `$1` is an argument, `$*` all of them and `$2*` all from the second. Names that
 * start with `sp_` are functions of the prelude. In an aggregate, `{...}` marks the call that takes
 * DISTINCT, FILTER and OVER. Several texts are tried in order: first without, then with implicit casts.
 *
 * A function takes the call's tree where types and templates do not suffice.
 */
export type FunctionSpec = string | readonly string[] | SpecialFunction;

export type SpecialFunction = (call: Call, scope: Scope) => TypedSql;

/** Names in lower case. */
export type FunctionFamily = Readonly<Record<string, FunctionSpec>>;

export type FunctionKind = "scalar" | "aggregate" | "window";

export interface FoundFunction {
  readonly kind: FunctionKind;
  readonly spec: FunctionSpec;
}
