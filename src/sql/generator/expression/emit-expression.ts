import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { assertNever } from "../../../util/assert-never.ts";
import type { Expression, Located } from "../../tree/expression.ts";
import { BOOLEAN, isUnknown } from "../../types/spark-types.ts";
import { accessField } from "../scope/access-field.ts";
import { castTo } from "../cast/cast.ts";
import { emitSign } from "./emit-sign.ts";
import { emitCall } from "../call/emit-call.ts";
import { emitCase } from "./emit-case.ts";
import { asCondition, comparable, emitComparison, emitInList } from "./emit-comparison.ts";
import { emitLike } from "./emit-like.ts";
import {
  booleanLiteral,
  dateTimeLiteral,
  hexLiteral,
  intervalLiteral,
  nullLiteral,
  numberLiteral,
  stringLiteral,
} from "./emit-literal.ts";
import { expandStar } from "../scope/expand-star.ts";
import { emitOperation } from "./emit-operation.ts";
import { emitRow } from "./emit-row.ts";
import { emitExists, emitInQuery, emitScalarQuery } from "./emit-subquery.ts";
import { emitSubscript } from "./emit-subscript.ts";
import { columnNotFound, resolveColumn } from "../scope/resolve-column.ts";
import type { Scope } from "../scope/scope.ts";
import { compound, operand, type TypedSql } from "../scope/typed-sql.ts";

/** One Spark expression as DuckDB SQL, with its Spark type. */
export function emitExpression(node: Expression, scope: Scope): TypedSql {
  switch (node.kind) {
    case "null":
      return nullLiteral();
    case "boolean":
      return booleanLiteral(node.value);
    case "number":
      return numberLiteral(node.text, node.type, scope, node.at);
    case "string":
      return stringLiteral(node.value);
    case "hex":
      return hexLiteral(node.digits);
    case "typed-literal":
      return dateTimeLiteral(node.type, node.text, scope, node.at);
    case "interval":
      return intervalLiteral(node, scope, node.at);
    case "column":
      return emitColumn(node, scope);
    case "cast":
      return emitCast(node, scope);
    case "call":
      return emitCall(node, scope);
    case "case":
      return emitCase(node, scope, node.at);
    case "unary":
      return emitUnary(node, scope);
    case "operation":
      return emitOperation(node, scope);
    default:
      return emitOther(node, scope);
  }
}

type Other = Exclude<
  Expression,
  {
    kind:
      | "null"
      | "boolean"
      | "number"
      | "string"
      | "hex"
      | "typed-literal"
      | "interval"
      | "column"
      | "cast"
      | "call"
      | "case"
      | "unary"
      | "operation";
  }
>;

function emitOther(node: Other, scope: Scope): TypedSql {
  switch (node.kind) {
    case "is":
    case "is-distinct":
    case "between":
    case "in-list":
      return emitPredicate(node, scope);
    case "in-query":
      return emitInQuery(node, scope, "value");
    case "like":
      return emitLike(node, scope, node.at);
    case "exists":
      return emitExists(node, scope);
    case "scalar-query":
      return emitScalarQuery(node, scope);
    case "subscript":
      return emitSubscript(node, scope);
    case "field":
      return accessField(emitExpression(node.operand, scope), node.name, scope, node.at);
    case "row":
      return emitRow(node, scope);
    case "aliased":
      return emitExpression(node.operand, scope);
    case "star":
    case "lambda":
    case "named-argument":
      throw sqlRuleBroken(`${WORDS[node.kind]} cannot stand here`, scope.emitter.place(node.at));
    default:
      return assertNever(node);
  }
}

const WORDS = {
  star: '"*"',
  lambda: "a lambda function",
  "named-argument": "a named argument",
} as const;

function emitColumn(node: Extract<Expression, { kind: "column" }>, scope: Scope): TypedSql {
  const found = resolveColumn(node.parts, scope, node.at);
  if (found !== undefined) return found;
  const [name] = node.parts;
  const isBareCall =
    node.parts.length === 1 && name !== undefined && BARE_CALLS.has(name.toLowerCase());
  if (!isBareCall) throw columnNotFound(node.parts, scope, node.at);
  return emitCall(
    { kind: "call", name: [name.toLowerCase()], args: [], distinct: false, at: node.at },
    scope,
  );
}

/** Functions that may be called without parentheses, where no column has the name. */
const BARE_CALLS: ReadonlySet<string> = new Set([
  "current_date",
  "current_timestamp",
  "current_user",
  "current_catalog",
  "current_database",
  "current_schema",
  "current_time",
  "localtimestamp",
  "session_user",
  "user",
  "grouping__id",
]);

function emitUnary(node: Extract<Expression, { kind: "unary" }>, scope: Scope): TypedSql {
  if (node.op === "not" && node.operand.kind === "in-query") {
    return emitExpression({ ...node.operand, not: !node.operand.not }, scope);
  }
  const value = emitExpression(node.operand, scope);
  if (node.op !== "not") return emitSign(node.op, value, scope, node.at);
  return compound(`NOT ${operand(asCondition(value, scope, node.at))}`, BOOLEAN);
}

/** The value of a cast is no literal to Spark's rules for literals, whatever its text. */
function emitCast(node: Located & Extract<Expression, { kind: "cast" }>, scope: Scope): TypedSql {
  const { at, isTry } = node;
  const value = castTo(emitExpression(node.operand, scope), node.type, { scope, at, isTry });
  if (value.literal?.kind !== "number") return value;
  const { literal: _literal, ...rest } = value;
  return rest;
}

type Predicate = Extract<Expression, { kind: "is" | "is-distinct" | "between" | "in-list" }>;

function emitPredicate(node: Predicate, scope: Scope): TypedSql {
  const { at } = node;
  const not = node.not ? "NOT " : "";
  switch (node.kind) {
    case "is": {
      const value = emitExpression(node.operand, scope);
      if (node.what === "null") return compound(`${operand(value)} IS ${not}NULL`, BOOLEAN);
      const condition = asCondition(value, scope, at);
      if (node.what === "unknown") return compound(`${operand(condition)} IS ${not}NULL`, BOOLEAN);
      return compound(`${operand(condition)} IS ${not}${node.what.toUpperCase()}`, BOOLEAN);
    }
    case "is-distinct": {
      const [left, right] = comparable("is distinct from", {
        left: emitExpression(node.left, scope),
        right: emitExpression(node.right, scope),
        scope,
        at,
      });
      return compound(`${operand(left)} IS ${not}DISTINCT FROM ${operand(right)}`, BOOLEAN);
    }
    case "between":
      return emitBetween(node, scope);
    case "in-list": {
      const items = node.list.flatMap((each) =>
        each.kind === "star" ? expandStar(each, scope) : [each],
      );
      const list = items.map((each) => emitExpression(each, scope));
      const [first, ...rest] = emitInList(emitExpression(node.operand, scope), list, { scope, at });
      return compound(`(${first}) ${not}IN (${rest.join(", ")})`, BOOLEAN);
    }
  }
}

/** BETWEEN is two comparisons; they share one operand text only where the types allow it. */
function emitBetween(node: Extract<Expression, { kind: "between" }>, scope: Scope): TypedSql {
  const { at } = node;
  const value = emitExpression(node.operand, scope);
  const low = emitExpression(node.low, scope);
  const high = emitExpression(node.high, scope);
  const [lowValue, lowBound] = comparable("between", { left: value, right: low, scope, at });
  const [highValue, highBound] = comparable("between", { left: value, right: high, scope, at });
  const isOne = lowValue.sql === highValue.sql || isUnknown(value.type);
  if (isOne) {
    const not = node.not ? "NOT " : "";
    return compound(
      `${operand(lowValue)} ${not}BETWEEN ${operand(lowBound)} AND ${operand(highBound)}`,
      BOOLEAN,
    );
  }
  const lower = emitComparison(">=", { left: value, right: low, scope, at });
  const upper = emitComparison("<=", { left: value, right: high, scope, at });
  const both = `${operand(lower)} AND ${operand(upper)}`;
  return compound(node.not ? `NOT (${both})` : both, BOOLEAN);
}
