import type { Expression } from "../tree/expression.ts";
import type { InlineTable, TableAlias } from "../tree/query.ts";
import {
  isAliasAhead,
  parseCommaList,
  parseIdentifier,
  parseIdentifierList,
} from "./parse-name.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `VALUES (1, 'a'), (2, 'b') AS t(x, y)`; rows of one column need no parentheses. */
export function parseInlineTable(cursor: TokenCursor): InlineTable {
  const at = cursor.at;
  cursor.expectWords("VALUES");
  const rows = parseCommaList(cursor, () => rowOf(cursor.grammar.parseExpression(cursor)));
  const alias = parseTableAlias(cursor);
  return { kind: "inline-table", rows, at, ...(alias === undefined ? {} : { alias }) };
}

function rowOf(expression: Expression): readonly Expression[] {
  const isStruct =
    expression.kind === "call" &&
    (expression.name[0] === "struct" || expression.name[0] === "named_struct");
  if (expression.kind === "row") return expression.items.map(withoutAlias);
  return isStruct && expression.name[0] === "struct"
    ? expression.args.map(withoutAlias)
    : [expression];
}

function withoutAlias(expression: Expression): Expression {
  return expression.kind === "aliased" ? expression.operand : expression;
}

/** `AS t(a, b)`, `t`, `AS (a, b)`; undefined where no alias follows. */
export function parseTableAlias(cursor: TokenCursor): TableAlias | undefined {
  const hasAs = cursor.acceptWords("AS");
  if (hasAs && cursor.isSymbol("(")) return { columns: parseIdentifierList(cursor) };
  if (!hasAs && !isAliasAhead(cursor)) return undefined;
  const name = parseIdentifier(cursor, "an alias");
  return { name, columns: cursor.isSymbol("(") ? parseIdentifierList(cursor) : [] };
}
