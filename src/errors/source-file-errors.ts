import { EngineError } from "./engine-error.ts";

/** @param path - as the user knows it: relative to the project, or of a package */
export function fileNotUtf8(path: string): EngineError {
  return new EngineError({
    code: "FILE_NOT_UTF8",
    message: `${path} is not encoded in UTF-8.`,
    place: { path },
    hint: "Save the file as UTF-8.",
  });
}
