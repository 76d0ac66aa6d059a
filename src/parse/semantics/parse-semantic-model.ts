import { notSupported } from "../../errors/not-supported.ts";
import { placeOf } from "../../yaml/typed-readers.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";

export function parseSemanticModel(_environment: ParseEnvironment, entry: Entry): void {
  throw notSupported("semantic models", "", placeOf(entry.at));
}
