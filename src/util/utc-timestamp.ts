/** dbt's timestamps in artifacts: ISO 8601 UTC with microseconds and `Z`. */
export function utcTimestamp(date: Date): string {
  return date.toISOString().replace("Z", "000Z");
}
