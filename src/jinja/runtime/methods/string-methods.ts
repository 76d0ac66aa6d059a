import type { MethodTable } from "../builtin-method.ts";
import { CASE_METHODS } from "./case-methods.ts";
import { FORMAT_METHODS } from "./format-methods.ts";
import { LAYOUT_METHODS } from "./layout-methods.ts";
import { SEARCH_METHODS } from "./search-methods.ts";
import { SPLIT_METHODS } from "./split-methods.ts";

/** Python's methods of `str`. */
export const STRING_METHODS: MethodTable<string> = new Map([
  ...CASE_METHODS,
  ...SEARCH_METHODS,
  ...LAYOUT_METHODS,
  ...SPLIT_METHODS,
  ...FORMAT_METHODS,
]);
