import { jsFunction, type JsFunction } from "../js-function.ts";
import { formatNumber, formatNumberPattern } from "../number-format/format-number.ts";
import { numberToText } from "../number-format/number-to-text.ts";
import { textToNumber } from "../number-format/text-to-number.ts";

/** Numbers in words of a format. Numbers come as plain decimal text, so that none loses digits. */
export const NUMBER_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_format_number", ["VARCHAR", "INTEGER"], "VARCHAR", formatNumber),
  jsFunction("js_format_number_pattern", ["VARCHAR", "VARCHAR"], "VARCHAR", formatNumberPattern),
  jsFunction("js_to_char", ["VARCHAR", "VARCHAR"], "VARCHAR", numberToText),
  jsFunction("js_to_number", ["VARCHAR", "VARCHAR", "BOOLEAN"], "VARCHAR", textToNumber),
];
