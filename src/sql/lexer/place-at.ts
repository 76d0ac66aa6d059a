import type { Place } from "../../errors/place.ts";

/** The place of an offset (in UTF-16 units) of a statement's text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    path: "sql",
    line: before.split("\n").length,
    column: Array.from(before.slice(lineStart)).length + 1,
    text,
  };
}
