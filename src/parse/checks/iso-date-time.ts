const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?(Z|[+-]\d\d(?::?\d\d){1,2})?)?$/;

/**
 * A date or time as Python's `datetime.fromisoformat(text).isoformat()` writes it:
 * `2024-01-01` is `2024-01-01T00:00:00`. Undefined for what is none.
 */
export function isoDateTime(text: string): string | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = match;
  const date = `${year}-${month}-${day}`;
  const clock = `${hour}:${minute}:${second}`;
  if (!isDay(date) || Number.isNaN(Date.parse(`2000-01-01T${clock}Z`))) return undefined;
  const fraction = (match[7] ?? "").slice(0, 6).padEnd(6, "0");
  const micros = fraction === "000000" ? "" : `.${fraction}`;
  return `${date}T${clock}${micros}${offset(match[8])}`;
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (zone === "Z") return "+00:00";
  const digits = zone.slice(1).replaceAll(":", "").match(/\d\d/g) ?? [];
  return `${zone.slice(0, 1)}${digits.filter((two, at) => at < 2 || two !== "00").join(":")}`;
}
