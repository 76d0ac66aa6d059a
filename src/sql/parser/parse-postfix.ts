import type { Expression } from "../tree/expression.ts";
import { parseIdentifier } from "./parse-name.ts";
import { parsePrimary } from "./parse-primary.ts";
import { parseType } from "./parse-type.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** A primary expression with what is attached to it: `.field`, `[index]`, `::type`. */
export function parsePostfix(cursor: TokenCursor): Expression {
  let operand = parsePrimary(cursor);
  for (;;) {
    const at = cursor.at;
    if (cursor.acceptSymbol("[")) {
      const index = cursor.grammar.parseExpression(cursor);
      cursor.expectSymbol("]");
      operand = { kind: "subscript", operand, index, at };
    } else if (cursor.acceptSymbol("::")) {
      operand = { kind: "cast", operand, type: parseType(cursor), isTry: false, at };
    } else if (operand.kind !== "star" && cursor.acceptSymbol(".")) {
      operand = parseField(cursor, operand, at);
    } else return operand;
  }
}

function parseField(cursor: TokenCursor, operand: Expression, at: number): Expression {
  if (cursor.isSymbol("*")) throw cursor.notSupported("the star of a struct expression");
  return { kind: "field", operand, name: parseIdentifier(cursor, "a field name"), at };
}
