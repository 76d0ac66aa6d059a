import { civilFromDays, daysFromCivil } from "../../values/civil-date.ts";
import { floorDiv } from "../../values/time-text.ts";
import { zoneOffset } from "../../values/time-zone.ts";
import type { PatternItem } from "./date-pattern.ts";
import { formatField, type ZonedTime } from "./format-field.ts";
import { readDatePattern } from "./read-date-pattern.ts";

/** Spark's date_format: a Java pattern over an instant in the session's zone. */
export function formatDate(epochMicros: bigint, source: string, zone: string): string {
  const { items } = readDatePattern(source);
  return formatItems(items, takeApart(epochMicros, zone), hasEra(items));
}

function takeApart(epochMicros: bigint, zone: string): ZonedTime {
  const epochSeconds = Number(floorDiv(epochMicros, 1_000_000n));
  const offset = zoneOffset(zone)?.(epochSeconds) ?? 0;
  const local = epochSeconds + offset;
  const days = Math.floor(local / 86_400);
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    dayOfYear: days - daysFromCivil(year, 1, 1) + 1,
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
    seconds: local - days * 86_400,
    micros: Number(epochMicros - BigInt(epochSeconds) * 1_000_000n),
    epochSeconds,
    offset,
    zone,
  };
}

/** Without an era in the pattern, Spark's `y` is the year with its sign. */
export function hasEra(items: readonly PatternItem[]): boolean {
  return items.some((item) =>
    item.kind === "optional" ? hasEra(item.items) : item.kind === "field" && item.letter === "G",
  );
}

function formatItems(items: readonly PatternItem[], time: ZonedTime, withEra: boolean): string {
  return items
    .map((item) => {
      if (item.kind === "literal") return item.text;
      if (item.kind === "optional") return formatItems(item.items, time, withEra);
      return formatField(item.letter, item.count, { time, withEra });
    })
    .join("");
}
