import type { Place } from "../errors/place.ts";
import type { SourceOptions } from "../jinja/template-source.ts";

/**
 * Where a string of a YAML file begins as a template: behind its quote, or on the first line of a
 * block. `place` is that of the value.
 */
export function templatePlace(place: Place): SourceOptions {
  const { path, line = 1, column = 1, text } = place;
  if (text === undefined) return { path, line, column };
  const lines = text.split("\n");
  const first = Array.from(lines[line - 1] ?? "")[column - 1];
  if (first === '"' || first === "'") return { path, line, column: column + 1, fileText: text };
  if (first !== "|" && first !== ">") return { path, line, column, fileText: text };
  const block = lines.findIndex((one, index) => index >= line && one.trim() !== "");
  const indent = /^ */.exec(lines[block] ?? "")?.[0].length ?? 0;
  return { path, line: line + 1, column: indent + 1, fileText: text };
}
