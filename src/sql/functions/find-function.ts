import { AGGREGATE_FUNCTIONS } from "./families/aggregate-functions.ts";
import { COLLECTION_FUNCTIONS } from "./families/collection-functions.ts";
import { CONDITIONAL_FUNCTIONS } from "./families/conditional-functions.ts";
import { DATE_FUNCTIONS } from "./families/date-functions.ts";
import type { FoundFunction, FunctionFamily, FunctionKind } from "./function-spec.ts";
import { JSON_FUNCTIONS } from "./families/json-functions.ts";
import { MATH_FUNCTIONS } from "./families/math-functions.ts";
import { MISC_FUNCTIONS } from "./families/misc-functions.ts";
import { STRING_FUNCTIONS } from "./families/string-functions.ts";
import { WINDOW_FUNCTIONS } from "./families/window-functions.ts";

const FAMILIES: readonly (readonly [FunctionKind, FunctionFamily])[] = [
  ["scalar", CONDITIONAL_FUNCTIONS],
  ["scalar", STRING_FUNCTIONS],
  ["scalar", MATH_FUNCTIONS],
  ["scalar", DATE_FUNCTIONS],
  ["scalar", COLLECTION_FUNCTIONS],
  ["scalar", JSON_FUNCTIONS],
  ["scalar", MISC_FUNCTIONS],
  ["aggregate", AGGREGATE_FUNCTIONS],
  ["window", WINDOW_FUNCTIONS],
];

/** How a function is written in DuckDB; undefined for one that Spark (or this table) does not have. */
export function findFunction(name: string): FoundFunction | undefined {
  for (const [kind, family] of FAMILIES) {
    const spec = Object.hasOwn(family, name) ? family[name] : undefined;
    if (spec !== undefined) return { kind, spec };
  }
  return undefined;
}
