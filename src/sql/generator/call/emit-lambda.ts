import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { instantiate, matchPattern, type Bindings } from "../../functions/match-pattern.ts";
import type { Pattern } from "../../functions/signature.ts";
import { quoteName } from "../../quote-name.ts";
import type { Expression, Located } from "../../tree/expression.ts";
import { UNKNOWN } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { withLambda, type Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

type Lambda = Located & Extract<Expression, { kind: "lambda" }>;

/** `x -> body` as `lambda x: body`. Index parameters (`int` in the pattern) count from 0 in Spark. */
export function emitLambda(
  node: Lambda,
  pattern: Extract<Pattern, { kind: "lambda" }>,
  bindings: Bindings,
  scope: Scope,
): TypedSql {
  if (node.parameters.length > pattern.parameters.length) {
    const problem = `a lambda function of ${pattern.parameters.length} parameter(s) was expected here`;
    throw sqlRuleBroken(problem, scope.emitter.place(node.at));
  }
  const parameters = new Map(
    node.parameters.map((name, index) => {
      const wanted = pattern.parameters[index];
      const type = wanted === undefined ? UNKNOWN : (instantiate(wanted, bindings) ?? UNKNOWN);
      const isIndex = wanted?.kind === "type" && wanted.type.kind === "int";
      const sql = isIndex ? `CAST(${quoteName(name)} - 1 AS INTEGER)` : quoteName(name);
      return [name.toLowerCase(), atom(sql, type)] as const;
    }),
  );
  const body = scope.emitter.emitExpression(node.body, withLambda(scope, parameters));
  const result = bindResult(body, pattern.result, bindings, { scope, at: node.at });
  return atom(`lambda ${node.parameters.map(quoteName).join(", ")}: ${result.sql}`, result.type);
}

function bindResult(
  body: TypedSql,
  pattern: Pattern,
  bindings: Bindings,
  where: { scope: Scope; at: number },
): TypedSql {
  const known = instantiate(pattern, bindings);
  if (known !== undefined && known.kind !== "unknown") return castTo(body, known, where);
  matchPattern(pattern, body.type, bindings, "exact");
  return body;
}
