import type { Flags } from "../config/flags.ts";
import type { Json, JsonObject } from "../util/json.ts";

/**
 * `args` of run_results.json: the command's flags in dbt's names; `retry` reads them back.
 *
 * @param scrub - takes secrets out of a text
 */
export function runArguments(flags: Flags, scrub: (text: string) => string): JsonObject {
  const { command, behavior, warnErrorOptions, ...plain } = flags;
  const named: Record<string, Json> = { ...behavior };
  for (const [key, value] of Object.entries({ ...plain, ...command })) {
    const json = asJson(value, scrub);
    if (json !== undefined) named[snakeCase(key)] = json;
  }
  return { ...named, warn_error_options: { ...warnErrorOptions } };
}

function asJson(value: unknown, scrub: (text: string) => string): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const clean = (_key: string, item: Json): Json => (typeof item === "string" ? scrub(item) : item);
  // Flags hold what YAML and the command line can hold: JSON, and Python's numbers and dates.
  return JSON.parse(JSON.stringify(value), clean) as Json;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
