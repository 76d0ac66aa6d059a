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
function unwrapLiteral(
  text: string,
  fields: string,
): { body: string; isNegative: boolean } | undefined {
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
  if (literal === undefined) return undefined;
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
  const fields = from === to ? from : `${from}\\s+to\\s+${to}`;
  const literal = unwrapLiteral(text, fields);
  const [first, last] = [FIELDS.indexOf(from), FIELDS.indexOf(to)];
  const pattern = PIECES.slice(first, last + 1).reduce(
    (sum, piece, at) => `${sum}${at === 1 && first === 0 ? "\\s" : ":"}${piece}`,
  );
  const match = new RegExp(`^${pattern}$`).exec(literal?.body ?? "");
  if (match === null || literal === undefined) return undefined;
  let total = 0n;
  for (let field = first; field <= last; field++) {
    const amount = BigInt(match[field - first + 1] ?? "0");
    if (field > first && amount >= (field === 1 ? 24n : 60n)) return undefined;
    total += amount * (MICROS[field] ?? 0n);
  }
  if (last === 3) total += BigInt((match[last - first + 2] ?? "").slice(0, 6).padEnd(6, "0"));
  return literal.isNegative ? -total : total;
}
