/** `XXX`, `xx`, `O`: an offset in seconds as Java's letters print it. */
export function offsetText(letter: string, count: number, offset: number): string {
  if (letter === "O") return localizedOffset(offset, count === 4);
  if (letter === "X" && offset === 0) return "Z";
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  const [hours, minutes, seconds] = [size / 3600, (size / 60) % 60, size % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  const colon = count === 3 || count === 5 ? ":" : "";
  const tail = count >= 4 && seconds !== "00" ? `${colon}${seconds ?? ""}` : "";
  if (count === 1) return `${sign}${hours ?? ""}${minutes === "00" ? "" : (minutes ?? "")}`;
  return `${sign}${hours ?? ""}${colon}${minutes ?? ""}${tail}`;
}

/** `GMT+8`, or `GMT+08:00` in full. */
function localizedOffset(offset: number, isFull: boolean): string {
  if (offset === 0) return "GMT";
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  const hours = Math.floor(size / 3600);
  const minutes = String(Math.floor(size / 60) % 60).padStart(2, "0");
  const seconds = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  if (isFull) return `GMT${sign}${String(hours).padStart(2, "0")}:${minutes}${seconds}`;
  return `GMT${sign}${hours}${minutes === "00" ? "" : `:${minutes}`}${seconds}`;
}

/** A zone's English name: `PST`, or `Pacific Standard Time` in full. */
export function zoneName(zone: string, epochSeconds: number, isFull: boolean): string {
  if (/^[+-]/.test(zone)) return zone;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone === "Z" ? "UTC" : zone,
    timeZoneName: isFull ? "long" : "short",
  });
  const parts = format.formatToParts(epochSeconds * 1000);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
