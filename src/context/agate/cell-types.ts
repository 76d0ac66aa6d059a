/** agate's types as dbt configures them, in the order in which they are tried. */
export const AGATE_TYPES = [
  "integer",
  "number",
  "date",
  "datetime",
  "isodatetime",
  "boolean",
  "text",
] as const;

export type AgateType = (typeof AGATE_TYPES)[number];

/** Empty, blank and `null` in any case. */
export function isNullText(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || (trimmed.length === 4 && trimmed.toLowerCase() === "null");
}

/** Whether a cell of a CSV can be read as the type. Nulls can be anything but `integer`. */
export function cellFits(type: AgateType, text: string): boolean {
  // dbt's Integer takes Python ints only, and CSV cells are strings.
  if (type === "integer") return false;
  if (type === "text" || isNullText(text)) return true;
  switch (type) {
    case "number":
      return decimalText(text) !== undefined;
    case "date":
      return dateText(text) !== undefined;
    case "datetime":
      return datetimeText(text) !== undefined;
    case "isodatetime":
      return isoDatetimeText(text) !== undefined;
    case "boolean":
      return booleanOf(text) !== undefined;
  }
}

const CURRENCY = "؋$ƒ៛¥₡₱£€¢﷼₪₩₭₮₦฿₤₫";
const PYTHON_DECIMAL = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan\d*)$/i;

/**
 * The number in a cell as Python's Decimal would read it, after agate has taken off `%`, currency
 * signs and thousands separators: `$1,500` is `1500`.
 */
export function decimalText(cell: string): string | undefined {
  let text = stripAny(cell.trim(), "%");
  const negative = text.startsWith("-");
  if (negative) text = text.slice(1);
  for (const symbol of CURRENCY) if (text.includes(symbol)) text = stripAny(text, symbol);
  text = text.replaceAll(",", "").trim();
  // Python's Decimal takes underscores anywhere.
  text = text.replaceAll("_", "");
  if (!PYTHON_DECIMAL.test(text)) return undefined;
  const plain = text.replace(/^\+/, "");
  if (!negative) return plain;
  return plain.startsWith("-") ? plain.slice(1) : `-${plain}`;
}

function stripAny(text: string, symbol: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === symbol) start += 1;
  while (end > start && text[end - 1] === symbol) end -= 1;
  return text.slice(start, end);
}

/** `2024-1-5` as `2024-01-05`; undefined where `strptime("%Y-%m-%d")` refuses. */
export function dateText(cell: string): string | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell.trim());
  return match ? isoDate(match[1], match[2], match[3]) : undefined;
}

/** `2024-01-05 7:00:00` as `2024-01-05T07:00:00`. */
export function datetimeText(cell: string): string | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(cell.trim());
  if (!match) return undefined;
  const date = isoDate(match[1], match[2], match[3]);
  const time = isoTime(match[4], match[5], match[6]);
  return date === undefined || time === undefined ? undefined : `${date}T${time}`;
}

const ISO_DATETIME =
  /^(\d{4})(?:-?(\d{2})-?(\d{2}))T(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?(?:[.,](\d+))?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** ISO 8601 with `T`: date, time, fraction and zone. */
export function isoDatetimeText(cell: string): string | undefined {
  const match = ISO_DATETIME.exec(cell.trim());
  if (!match) return undefined;
  const date = isoDate(match[1], match[2], match[3]);
  const time = isoTime(match[4], match[5] ?? "00", match[6] ?? "00");
  if (date === undefined || time === undefined) return undefined;
  const micros = match[7] === undefined ? "" : `.${match[7].padEnd(6, "0").slice(0, 6)}`;
  return `${date}T${time}${/[1-9]/.test(micros) ? micros : ""}${isoZone(match[8])}`;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (zone === "Z") return "+00:00";
  return `${zone.slice(0, 3)}:${zone.length > 3 ? zone.slice(-2) : "00"}`;
}

export function booleanOf(cell: string): boolean | undefined {
  const text = cell.replaceAll(",", "").trim().toLowerCase();
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}

function isoDate(year = "", month = "", day = ""): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const days = new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > days) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function isoTime(hours = "", minutes = "", seconds = ""): string | undefined {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return [hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":");
}
