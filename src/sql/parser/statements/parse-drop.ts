import type { Statement } from "../../tree/statement.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { acceptIfExists, parseRelationName, parseSchemaName } from "./parse-parts.ts";

/** DROP TABLE, VIEW, SCHEMA, FUNCTION. */
export function parseDrop(cursor: TokenCursor): Statement {
  cursor.expectWords("DROP");
  if (cursor.acceptAnyWord("SCHEMA", "DATABASE", "NAMESPACE") !== undefined)
    return parseDropSchema(cursor);
  const temporary = cursor.acceptAnyWord("TEMPORARY", "TEMP") !== undefined;
  const word = cursor.expectAnyWord("TABLE", "VIEW", "FUNCTION");
  const ifExists = acceptIfExists(cursor);
  const target = parseRelationName(cursor);
  const purge = cursor.acceptWords("PURGE");
  const plain = ({ TABLE: "table", VIEW: "view", FUNCTION: "function" } as const)[word];
  const what = plain === "function" && temporary ? "temporary function" : plain;
  return { kind: "command", command: { kind: "drop", what, target, ifExists, purge } };
}

function parseDropSchema(cursor: TokenCursor): Statement {
  const ifExists = acceptIfExists(cursor);
  const schema = parseSchemaName(cursor);
  const cascade = cursor.acceptAnyWord("CASCADE", "RESTRICT") === "CASCADE";
  return { kind: "command", command: { kind: "drop-schema", schema, ifExists, cascade } };
}
