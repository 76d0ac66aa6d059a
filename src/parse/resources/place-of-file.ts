import type { Place } from "../../errors/place.ts";
import type { SourceFile } from "../../project/source-file.ts";

/** A whole file as a place. */
export function placeOfFile(file: SourceFile, line?: number): Place {
  return { path: file.originalFilePath, text: file.text, ...(line === undefined ? {} : { line }) };
}
