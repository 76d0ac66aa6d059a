import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText } from "../../spark-type.ts";
import type { Expression } from "../../tree/expression.ts";
import { widerType } from "../../types/common-type.ts";
import { BOOLEAN, INT, isIntegral, isText, isUnknown } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { emitArithmetic, type Operands } from "./emit-arithmetic.ts";
import { asCondition, emitComparison } from "./emit-comparison.ts";
import { emitConcat } from "./emit-concat.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

type Operation = Extract<Expression, { kind: "operation" }>;

/** A binary operator. Long chains of one operator are walked, not recursed into. */
export function emitOperation(node: Operation, scope: Scope): TypedSql {
  const { op, at } = node;
  if (op === "and" || op === "or") return emitLogic(node, scope);
  const left = scope.emitter.emitExpression(node.left, scope);
  const right = scope.emitter.emitExpression(node.right, scope);
  const operands = { left, right, scope, at };
  switch (op) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "div":
      return emitArithmetic(op, operands);
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "<=>":
      return emitComparison(op, operands);
    case "||":
      return emitConcat([left, right], scope, at);
    case "&":
    case "|":
    case "^":
      return emitBitwise(op, operands);
    case "<<":
    case ">>":
    case ">>>":
      return emitShift(op, operands);
  }
}

function emitLogic(node: Operation, scope: Scope): TypedSql {
  const terms: TypedSql[] = [];
  let rest: Expression = node;
  while (rest.kind === "operation" && rest.op === node.op) {
    terms.unshift(condition(rest.right, scope));
    rest = rest.left;
  }
  terms.unshift(condition(rest, scope));
  return compound(terms.map(operand).join(node.op === "and" ? " AND " : " OR "), BOOLEAN);
}

function condition(node: Expression, scope: Scope): TypedSql {
  return asCondition(scope.emitter.emitExpression(node, scope), scope, node.at);
}

function emitBitwise(op: "&" | "|" | "^", operands: Operands): TypedSql {
  const { left, right, scope, at } = operands;
  const isKnown = !isUnknown(left.type) && !isUnknown(right.type);
  const type = widerType(left.type, right.type);
  if (type === undefined || (isKnown && !isIntegral(type) && type.kind !== "void"))
    throw mismatch(op, operands);
  const whole = type.kind === "void" ? INT : type;
  const [a, b] = isKnown
    ? [castTo(left, whole, { scope, at }), castTo(right, whole, { scope, at })]
    : [left, right];
  return op === "^"
    ? atom(`xor(${a.sql}, ${b.sql})`, whole)
    : compound(`${operand(a)} ${op} ${operand(b)}`, whole);
}

/** Java's shifts: the distance counts modulo the number's width. */
function emitShift(op: "<<" | ">>" | ">>>", operands: Operands): TypedSql {
  const { left, right, scope, at } = operands;
  const name = { "<<": "shiftleft", ">>": "shiftright", ">>>": "shiftrightunsigned" }[op];
  const isBig = left.type.kind === "bigint" || isUnknown(left.type);
  if (isText(left.type) || isText(right.type)) throw mismatch(op, operands);
  const value = isBig ? left : castTo(left, INT, { scope, at });
  return atom(`sp_${name}(${value.sql}, ${castTo(right, INT, { scope, at }).sql})`, value.type);
}

function mismatch(op: string, { left, right, scope, at }: Operands): Error {
  const types = `${sparkTypeText(left.type)} and ${sparkTypeText(right.type)}`;
  return sqlTypeMismatch(`the operator "${op}"`, `does not take ${types}`, scope.emitter.place(at));
}
