import type { BinaryOperator, Expression } from "../tree/expression.ts";
import { parsePostfix } from "./parse-postfix.ts";
import { parsePredicate } from "./parse-predicate.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** A whole expression: OR binds loosest, then AND, NOT, predicates, comparisons, operators. */
export function parseExpression(cursor: TokenCursor): Expression {
  let left = parseAnd(cursor);
  for (let at = cursor.at; cursor.acceptWords("OR"); at = cursor.at) {
    left = { kind: "operation", op: "or", left, right: parseAnd(cursor), at };
  }
  return left;
}

function parseAnd(cursor: TokenCursor): Expression {
  let left = parseNot(cursor);
  for (let at = cursor.at; cursor.acceptWords("AND"); at = cursor.at) {
    left = { kind: "operation", op: "and", left, right: parseNot(cursor), at };
  }
  return left;
}

function parseNot(cursor: TokenCursor): Expression {
  const at = cursor.at;
  if (cursor.acceptWords("NOT") || cursor.acceptSymbol("!")) {
    return { kind: "unary", op: "not", operand: parseNot(cursor), at };
  }
  return parsePredicate(cursor, parseValue(cursor), parseValue);
}

/** Spark's valueExpression: everything that binds tighter than a predicate. */
export function parseValue(cursor: TokenCursor): Expression {
  return parseOperation(cursor, 0);
}

interface Infix {
  readonly op: BinaryOperator;
  readonly binds: number;
}

const INFIX: Readonly<Record<string, Infix>> = {
  "=": { op: "=", binds: 1 },
  "==": { op: "=", binds: 1 },
  "<=>": { op: "<=>", binds: 1 },
  "<>": { op: "<>", binds: 1 },
  "!=": { op: "<>", binds: 1 },
  "<": { op: "<", binds: 1 },
  "<=": { op: "<=", binds: 1 },
  ">": { op: ">", binds: 1 },
  ">=": { op: ">=", binds: 1 },
  "|": { op: "|", binds: 2 },
  "^": { op: "^", binds: 3 },
  "&": { op: "&", binds: 4 },
  "<<": { op: "<<", binds: 5 },
  ">>": { op: ">>", binds: 5 },
  ">>>": { op: ">>>", binds: 5 },
  "+": { op: "+", binds: 6 },
  "-": { op: "-", binds: 6 },
  "||": { op: "||", binds: 6 },
  "*": { op: "*", binds: 7 },
  "/": { op: "/", binds: 7 },
  "%": { op: "%", binds: 7 },
};

function infixAhead(cursor: TokenCursor): Infix | undefined {
  const token = cursor.peek();
  if (token.kind === "symbol") return INFIX[token.text];
  return cursor.isWord("DIV") ? { op: "div", binds: 7 } : undefined;
}

/** Precedence climbing: takes operators that bind tighter than `minimum`. */
function parseOperation(cursor: TokenCursor, minimum: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const infix = infixAhead(cursor);
    if (infix === undefined || infix.binds <= minimum) return left;
    const at = cursor.next().at;
    const right = parseOperation(cursor, infix.binds);
    left = { kind: "operation", op: infix.op, left, right, at };
  }
}

function parseUnary(cursor: TokenCursor): Expression {
  const at = cursor.at;
  if (cursor.isSymbol("-") && cursor.peek(1).kind === "number") return parseNegativeNumber(cursor);
  for (const op of ["-", "+", "~"] as const) {
    if (cursor.acceptSymbol(op)) {
      return { kind: "unary", op, operand: parseUnary(cursor), at };
    }
  }
  return parsePostfix(cursor);
}

/** `-128Y` is one literal, so that each type's smallest number can be written. */
function parseNegativeNumber(cursor: TokenCursor): Expression {
  const at = cursor.next().at;
  const number = parsePostfix(cursor);
  if (number.kind === "number") return { ...number, text: `-${number.text}`, at };
  return { kind: "unary", op: "-", operand: number, at };
}
