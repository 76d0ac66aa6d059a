import { jsFunction, type JsFunction } from "../js-function.ts";
import {
  regexCount,
  regexExtract,
  regexExtractAll,
  regexLike,
  regexPosition,
  regexReplace,
  regexSplit,
} from "../regex/regex-calls.ts";

/** Java's regular expressions over JavaScript's. */
export const REGEX_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_regex_like", ["VARCHAR", "VARCHAR"], "BOOLEAN", regexLike),
  jsFunction("js_regex_count", ["VARCHAR", "VARCHAR"], "INTEGER", regexCount),
  jsFunction("js_regex_extract", ["VARCHAR", "VARCHAR", "INTEGER"], "VARCHAR", regexExtract),
  jsFunction(
    "js_regex_extract_all",
    ["VARCHAR", "VARCHAR", "INTEGER"],
    "VARCHAR[]",
    regexExtractAll,
  ),
  jsFunction("js_regex_position", ["VARCHAR", "VARCHAR"], "INTEGER", regexPosition),
  jsFunction(
    "js_regex_replace",
    ["VARCHAR", "VARCHAR", "VARCHAR", "INTEGER"],
    "VARCHAR",
    regexReplace,
  ),
  jsFunction("js_regex_split", ["VARCHAR", "VARCHAR", "INTEGER"], "VARCHAR[]", regexSplit),
];
