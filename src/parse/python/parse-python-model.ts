import { notSupported } from "../../errors/not-supported.ts";
import type { SourceFile } from "../../project/source-file.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { placeOfFile } from "../resources/place-of-file.ts";

export function parsePythonModel(_environment: ParseEnvironment, file: SourceFile): void {
  throw notSupported("Python models", "", placeOfFile(file));
}
