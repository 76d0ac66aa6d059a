import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

export function resolveSemantics(_environment: ParseEnvironment, _lookups: Lookups): void {
  // Nothing to resolve while semantic models are not read.
}
