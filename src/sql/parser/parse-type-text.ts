import type { SparkType } from "../spark-type.ts";
import { openCursor } from "./grammar.ts";
import { parseCommaList } from "./parse-name.ts";
import { parseStructField, parseType } from "./parse-type.ts";

/** A type as DDL text: `array<int>`, or a table's columns (`a int, b string`), which make a struct. */
export function parseTypeText(text: string): SparkType {
  const trimmed = text.trim();
  const cursor = openCursor(trimmed);
  const mark = cursor.mark();
  const next = cursor.peek(1);
  const isOne = next.kind === "end" || next.text === "<" || next.text === "(" || next.text === "<>";
  if (isOne) {
    const type = parseType(cursor);
    if (cursor.isAtEnd()) return type;
  }
  cursor.rewind(mark);
  const fields = parseCommaList(cursor, () => parseStructField(cursor));
  if (!cursor.isAtEnd()) throw cursor.unexpected("the end of the type");
  return { kind: "struct", fields };
}
