import { EngineError } from "./engine-error.ts";

export function seedWithoutHeader(path: string): EngineError {
  return new EngineError({
    code: "SEED_EMPTY",
    message: `The seed file "${path}" is empty; its first line must name the columns.`,
    place: { path },
  });
}

/** @param facts - `row` counts the lines after the header from 1 */
export function seedRowTooLong(
  path: string,
  facts: { readonly row: number; readonly cells: number; readonly columns: number },
): EngineError {
  return new EngineError({
    code: "SEED_ROW_TOO_LONG",
    message: `Row ${facts.row} of the seed file "${path}" has ${facts.cells} values, but the header names ${facts.columns} columns.`,
    place: { path },
    hint: "Quote values that contain the delimiter, or set the delimiter in the seed's config.",
  });
}

export function seedNotReadable(path: string, cause: unknown): EngineError {
  return new EngineError({
    code: "SEED_NOT_READABLE",
    message: `The seed file "${path}" could not be read.`,
    place: { path },
    cause,
  });
}

export function notASeed(resourceType: string): EngineError {
  return new EngineError({
    code: "LOAD_AGATE_TABLE_NOT_SEED",
    message: `load_agate_table() works only in seeds, and this is a ${resourceType}.`,
  });
}
