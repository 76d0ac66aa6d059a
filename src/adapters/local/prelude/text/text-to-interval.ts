import type { IntervalParts } from "../../values/interval-text.ts";

const UNIT_MICROS: Readonly<Record<string, bigint>> = {
  week: 0n,
  day: 0n,
  hour: 3_600_000_000n,
  minute: 60_000_000n,
  second: 1_000_000n,
  millisecond: 1000n,
  microsecond: 1n,
};

/** `1 year 2 days`, `interval '...'`: a calendar interval; undefined where it is none. */
export function readCalendarInterval(text: string): IntervalParts | undefined {
  const body = text
    .trim()
    .toLowerCase()
    .replace(/^interval\s+/, "");
  const pairs = [...body.matchAll(/([+-]?\s*\d+(?:\.\d*)?|[+-]?\s*\.\d+)\s+([a-z]+)\s*/g)];
  if (pairs.length === 0 || pairs.map((pair) => pair[0]).join("") !== body) return undefined;
  let sum: IntervalParts = { months: 0, days: 0, micros: 0n };
  for (const [, amount = "", unit = ""] of pairs) {
    const next = addUnit(sum, amount.replaceAll(/\s/g, ""), unit.replace(/s$/, ""));
    if (next === undefined) return undefined;
    sum = next;
  }
  return sum;
}

function addUnit(sum: IntervalParts, amount: string, unit: string): IntervalParts | undefined {
  if (amount.includes(".") && unit !== "second") return undefined;
  const count = Number(amount);
  switch (unit) {
    case "year":
      return { ...sum, months: sum.months + count * 12 };
    case "month":
      return { ...sum, months: sum.months + count };
    case "week":
      return { ...sum, days: sum.days + count * 7 };
    case "day":
      return { ...sum, days: sum.days + count };
    case "second":
      return { ...sum, micros: sum.micros + secondsToMicros(amount) };
    default: {
      const micros = UNIT_MICROS[unit];
      return micros === undefined
        ? undefined
        : { ...sum, micros: sum.micros + BigInt(count) * micros };
    }
  }
}

function secondsToMicros(text: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const size = BigInt(whole || "0") * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
  return sign === "-" ? -size : size;
}

/** The text between the quotes, with the sign of an ANSI literal around it. */
function unwrapLiteral(text: string, fields: string): { body: string; isNegative: boolean } {
  const match = new RegExp(`^interval\\s+([+-])?\\s*'([+-])?(.*)'\\s+${fields}$`, "i").exec(
    text.trim(),
  );
  if (match !== null) {
    return { body: match[3] ?? "", isNegative: (match[1] === "-") !== (match[2] === "-") };
  }
  const plain = /^([+-])?(.*)$/s.exec(text.trim());
  return { body: plain?.[2] ?? "", isNegative: plain?.[1] === "-" };
}

/** CAST(text AS INTERVAL YEAR TO MONTH), in months. */
export function readYearMonth(text: string, from: string, to: string): number | undefined {
  const fields = from === to ? from : `${from}\\s+to\\s+${to}`;
  const literal = unwrapLiteral(text, fields);
  const months = from === to ? singleMonths(literal.body, from) : pairMonths(literal.body);
  if (months === undefined || months > 2_147_483_647) return undefined;
  return literal.isNegative ? -months : months;
}

function singleMonths(body: string, field: string): number | undefined {
  return /^\d+$/.test(body) ? Number(body) * (field === "year" ? 12 : 1) : undefined;
}

function pairMonths(body: string): number | undefined {
  const match = /^(\d+)-(\d{1,2})$/.exec(body);
  if (match === null || Number(match[2]) > 11) return undefined;
  return Number(match[1]) * 12 + Number(match[2]);
}

const FIELDS = ["day", "hour", "minute", "second"];
const MICROS = [86_400_000_000n, 3_600_000_000n, 60_000_000n, 1_000_000n];
const PIECES = ["(\\d+)", "(\\d+)", "(\\d+)", "(\\d+)(?:\\.(\\d{1,9}))?"];

/** CAST(text AS INTERVAL DAY TO SECOND), in microseconds. */
export function readDayTime(text: string, from: string, to: string): bigint | undefined {
  const literal = unwrapLiteral(text, from === to ? from : `${from}\\s+to\\s+${to}`);
  const [first, last] = [FIELDS.indexOf(from), FIELDS.indexOf(to)];
  const match = dayTimePattern(first, last).exec(literal.body);
  if (match === null) return undefined;
  const amounts = match.slice(1, last - first + 2).map((amount) => BigInt(amount));
  const isWithin = amounts.slice(1).every((amount, at) => amount < (first + at === 0 ? 24n : 60n));
  if (!isWithin) return undefined;
  const whole = amounts.reduce((sum, amount, at) => sum + amount * (MICROS[first + at] ?? 0n), 0n);
  const fraction = last === 3 ? BigInt((match.at(-1) ?? "").slice(0, 6).padEnd(6, "0")) : 0n;
  return literal.isNegative ? -(whole + fraction) : whole + fraction;
}

/** `d h:m:s.f`, from one field to another. */
function dayTimePattern(first: number, last: number): RegExp {
  const pieces = PIECES.slice(first, last + 1);
  const body = pieces.reduce(
    (sum, piece, at) => `${sum}${at === 1 && first === 0 ? "\\s" : ":"}${piece}`,
  );
  return new RegExp(`^${body}$`);
}
