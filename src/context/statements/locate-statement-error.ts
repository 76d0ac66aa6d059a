import { EngineError } from "../../errors/engine-error.ts";
import type { Place } from "../../errors/place.ts";

/** Files that hold the text of a statement. */
export interface StatementPlaces {
  /** Unique id of the node at work. */
  readonly node: string | undefined;
  /** The node's compiled SQL and the file it was written to. */
  readonly compiled?: { readonly path: string; readonly sql: string } | undefined;
}

/**
 * Gives an error of a statement the file and line a user can open: a line of the statement that is a
 * line of the node's compiled SQL is shown there, any other in the statement itself. Whatever refused
 * the statement, the parser or the engine, it is an error of the database.
 *
 * @param text - the statement as it was sent
 */
export function locateStatementError(
  error: unknown,
  text: string,
  places: StatementPlaces,
): unknown {
  if (!(error instanceof EngineError) || error.kind === "interrupted" || error.kind === "bug") {
    return error;
  }
  return new EngineError({
    code: error.code,
    kind: "database",
    message: error.message,
    place: placeOf(error.place, text, places),
    hint: error.hint,
    macroStack: error.macroStack,
    cause: error.cause,
    node: error.node ?? places.node,
  });
}

function placeOf(
  place: Place | undefined,
  text: string,
  { compiled }: StatementPlaces,
): Place | undefined {
  const body = compiled?.sql.trim() ?? "";
  const start = body === "" ? -1 : text.indexOf(body);
  const inStatement = place && { ...place, path: "statement" };
  if (!compiled || start < 0) return inStatement;
  const inFile = { path: compiled.path, text: compiled.sql };
  if (place?.line === undefined) return inFile;
  const before = text.slice(0, start).split("\n");
  const skipped = compiled.sql.slice(0, compiled.sql.indexOf(body)).split("\n");
  const line = place.line - before.length + skipped.length;
  const isInBody = line >= skipped.length && line < skipped.length + body.split("\n").length;
  if (!isInBody) return inStatement;
  const isFirst = place.line === before.length;
  const shift = isFirst ? lastLength(skipped) - lastLength(before) : 0;
  return { ...inFile, line, ...shifted(place.column, shift) };
}

function lastLength(lines: readonly string[]): number {
  return lines.at(-1)?.length ?? 0;
}

function shifted(column: number | undefined, shift: number): { column?: number } {
  return column === undefined ? {} : { column: Math.max(1, column + shift) };
}
