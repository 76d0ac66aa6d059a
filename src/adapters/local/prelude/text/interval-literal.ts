import type { IntervalParts } from "../../values/interval-text.ts";

/** `INTERVAL '1-2' YEAR TO MONTH`: how CAST writes a year-month interval. */
export function yearMonthLiteral(value: IntervalParts, from: string, to: string): string {
  const size = Math.abs(value.months);
  const sign = value.months < 0 ? "-" : "";
  const years = Math.floor(size / 12);
  if (from === "month") return `INTERVAL '${sign}${size}' MONTH`;
  if (to === "year") return `INTERVAL '${sign}${years}' YEAR`;
  return `INTERVAL '${sign}${years}-${size % 12}' YEAR TO MONTH`;
}

const FIELDS = ["day", "hour", "minute", "second"] as const;
const MICROS = [86_400_000_000n, 3_600_000_000n, 60_000_000n, 1_000_000n] as const;

/** `INTERVAL '1 02:03:04.5' DAY TO SECOND`: how CAST writes a day-time interval. */
export function dayTimeLiteral(value: IntervalParts, from: string, to: string): string {
  const total = BigInt(value.days) * MICROS[0] + value.micros;
  const [first, last] = [fieldIndex(from), fieldIndex(to)];
  let rest = total < 0n ? -total : total;
  const parts: string[] = [];
  for (let field = first; field <= last; field++) {
    const unit = MICROS[field] ?? 1n;
    const amount = rest / unit;
    rest -= amount * unit;
    const text = String(amount).padStart(field === 0 ? 1 : 2, "0");
    parts.push(field === 3 ? `${text}${fractionText(rest)}` : text);
  }
  const body = joinParts(parts, first);
  const name = from === to ? from : `${from} to ${to}`;
  return `INTERVAL '${total < 0n ? "-" : ""}${body}' ${name.toUpperCase()}`;
}

function fieldIndex(field: string): number {
  return FIELDS.findIndex((name) => name === field);
}

function joinParts(parts: readonly string[], first: number): string {
  if (first !== 0 || parts.length === 1) return parts.join(":");
  return `${parts[0] ?? ""} ${parts.slice(1).join(":")}`;
}

function fractionText(micros: bigint): string {
  if (micros === 0n) return "";
  return `.${String(micros).padStart(6, "0").replace(/0+$/, "")}`;
}
