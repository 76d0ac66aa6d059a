import { DECIMAL_FUNCTIONS } from "./functions/decimal-functions.ts";
import { INTERVAL_FUNCTIONS } from "./functions/interval-functions.ts";
import { JSON_FUNCTIONS } from "./functions/json-functions.ts";
import { NUMBER_FUNCTIONS } from "./functions/number-functions.ts";
import { REGEX_FUNCTIONS } from "./functions/regex-functions.ts";
import { TEXT_FUNCTIONS } from "./functions/text-functions.ts";
import { TIME_FUNCTIONS } from "./functions/time-functions.ts";
import type { JsFunction } from "./js-function.ts";

/** Every JavaScript function of the prelude with fixed types. */
export const JS_FUNCTIONS: readonly JsFunction[] = [
  ...DECIMAL_FUNCTIONS,
  ...INTERVAL_FUNCTIONS,
  ...JSON_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...TIME_FUNCTIONS,
];
