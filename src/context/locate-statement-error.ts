import { EngineError } from "../errors/engine-error.ts";
import type { Place } from "../errors/place.ts";

/** Files that hold the text of a statement. */
export interface StatementPlaces {
  /** Unique id of the node at work. */
  readonly node: string | undefined;
  /** The node's compiled SQL and the file it was written to. */
  readonly compiled?: { readonly path: string; readonly sql: string } | undefined;
}

/**
 * Gives an engine's error the file and line a user can open: a line of the statement that is a line
 * of the node's compiled SQL is shown there, any other in the statement itself.
 *
 * @param text - the statement as it was sent
 */
export function locateStatementError(
  error: unknown,
  text: string,
  places: StatementPlaces,
): unknown {
  if (!(error instanceof EngineError) || error.kind !== "database") return error;
  return new EngineError({
    code: error.code,
    kind: error.kind,
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
  const start = compiled ? text.indexOf(compiled.sql.trim()) : -1;
  if (!compiled || start < 0) return place;
  const inFile = { path: compiled.path, text: compiled.sql };
  if (place?.line === undefined) return inFile;
  const before = text.slice(0, start).split("\n");
  const skipped = compiled.sql.slice(0, compiled.sql.indexOf(compiled.sql.trim())).split("\n");
  const line = place.line - before.length + skipped.length;
  if (line < 1 || line > compiled.sql.split("\n").length) return place;
  const isFirst = place.line === before.length;
  const shift = isFirst ? (skipped.at(-1)?.length ?? 0) - (before.at(-1)?.length ?? 0) : 0;
  const column = place.column === undefined ? {} : { column: Math.max(1, place.column + shift) };
  return { ...inFile, line, ...column };
}
