import { zoneOffset } from "../../values/time-zone.ts";

/** `XXX`, `xx`, `Z`, `O`: an offset in seconds as Java's letters print it. */
export function offsetText(letter: string, count: number, offset: number): string {
  if (letter === "O" || (letter === "Z" && count === 4))
    return localizedOffset(offset, count === 4);
  if (letter === "Z") return isoOffset(count === 5 ? "X" : "x", count === 5 ? 5 : 2, offset);
  return isoOffset(letter, count, offset);
}

function isoOffset(letter: string, count: number, offset: number): string {
  if (letter === "X" && offset === 0) return "Z";
  const { sign, hours, minutes, seconds } = splitOffset(offset);
  if (count === 1) return `${sign}${hours}${minutes === "00" ? "" : minutes}`;
  const colon = count % 2 === 1 ? ":" : "";
  const tail = count >= 4 && seconds !== "00" ? `${colon}${seconds}` : "";
  return `${sign}${hours}${colon}${minutes}${tail}`;
}

interface SplitOffset {
  readonly sign: string;
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
}

function splitOffset(offset: number): SplitOffset {
  const size = Math.abs(offset);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return {
    sign: offset < 0 ? "-" : "+",
    hours: two(size / 3600),
    minutes: two((size / 60) % 60),
    seconds: two(size % 60),
  };
}

/** `GMT+8`, or `GMT+08:00` in full. */
function localizedOffset(offset: number, isFull: boolean): string {
  if (offset === 0) return "GMT";
  const { sign, hours, minutes, seconds } = splitOffset(offset);
  const tail = seconds === "00" ? "" : `:${seconds}`;
  if (isFull) return `GMT${sign}${hours}:${minutes}${tail}`;
  return `GMT${sign}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}${tail}`;
}

/** Seconds since the epoch in a winter and a summer of today's rules. */
const SEASONS = [1_705_276_800, 1_721_001_600] as const;

/**
 * A zone's English name: `PST`, or `Pacific Standard Time` in full. Java knows two names a zone,
 * whatever its clocks showed in earlier days.
 */
export function zoneName(zone: string, epochSeconds: number, isFull: boolean): string {
  const rule = zoneOffset(zone);
  if (/^[+-]/.test(zone) || rule === undefined) return zone;
  const offset = rule(epochSeconds);
  const [winter, summer] = SEASONS;
  const standard = rule(winter) <= rule(summer) ? winter : summer;
  const season = SEASONS.find((instant) => rule(instant) === offset) ?? standard;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone === "Z" ? "UTC" : zone,
    timeZoneName: isFull ? "long" : "short",
  });
  const parts = format.formatToParts(season * 1000);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
