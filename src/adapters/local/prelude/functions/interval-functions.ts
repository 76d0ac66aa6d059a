import { sparkError } from "../../../../errors/adapter-errors.ts";
import { intervalText, type IntervalParts } from "../../values/interval-text.ts";
import { jsFunction, type JsFunction } from "../js-function.ts";
import { dayTimeLiteral, yearMonthLiteral } from "../text/interval-literal.ts";
import { readCalendarInterval, readDayTime, readYearMonth } from "../text/text-to-interval.ts";

/** Intervals from and to text. */
export const INTERVAL_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_interval_text", ["INTERVAL"], "VARCHAR", (value) =>
    intervalText(value, { kind: "interval" }),
  ),
  jsFunction("js_year_month_text", ["INTERVAL", "VARCHAR", "VARCHAR"], "VARCHAR", yearMonthLiteral),
  jsFunction("js_day_time_text", ["INTERVAL", "VARCHAR", "VARCHAR"], "VARCHAR", dayTimeLiteral),
  jsFunction(
    "js_text_to_interval",
    ["VARCHAR"],
    "INTERVAL",
    (text) => readCalendarInterval(text) ?? null,
  ),
  jsFunction(
    "js_text_to_year_month",
    ["VARCHAR", "VARCHAR", "VARCHAR"],
    "INTERVAL",
    (text, from, to) => ofMonths(readYearMonth(text, from, to)),
  ),
  jsFunction(
    "js_text_to_day_time",
    ["VARCHAR", "VARCHAR", "VARCHAR"],
    "INTERVAL",
    (text, from, to) => ofMicros(readDayTime(text, from, to)),
  ),
  jsFunction("js_scale_interval", ["INTERVAL", "DOUBLE", "VARCHAR"], "INTERVAL", scale),
];

function ofMonths(months: number | undefined): IntervalParts | null {
  return months === undefined ? null : { months, days: 0, micros: 0n };
}

function ofMicros(micros: bigint | undefined): IntervalParts | null {
  return micros === undefined ? null : { months: 0, days: 0, micros };
}

/** A calendar interval times or divided by a number: fractions go down from months to seconds. */
function scale(value: IntervalParts, by: number, operator: string): IntervalParts | null {
  const factor = operator === "*" ? by : 1 / by;
  if (!Number.isFinite(factor)) return null;
  const months = Math.trunc(value.months * factor);
  const days = value.days * factor;
  const whole = Math.trunc(days);
  const micros = Number(value.micros) * factor + (days - whole) * 86_400e6;
  if (Math.abs(months) > 2_147_483_647) {
    throw sparkError("INTERVAL_ARITHMETIC_OVERFLOW", "The interval is out of range.");
  }
  return { months, days: whole, micros: BigInt(Math.round(micros)) };
}
