/** Python's `str()` of an aware datetime in UTC: `2024-01-01 00:00:00+00:00`. */
export function datetimeLiteral(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const seconds = time.replace("Z", "");
  const fraction = seconds.endsWith(".000") ? "" : `${seconds.slice(8)}000`;
  return `${day} ${seconds.slice(0, 8)}${fraction}+00:00`;
}
