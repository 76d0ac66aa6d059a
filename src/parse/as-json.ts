import type { Json, JsonObject } from "../util/json.ts";

/**
 * The border between YAML and Jinja values and the manifest's types. Floats and dates are objects
 * whose `toJSON` writes them; templates need them as they are, so they stay.
 */
export function asJson(value: unknown): Json {
  return value as Json; // What YAML and fromPython() give is JSON-like by their contracts.
}

export function asJsonObject(value: Readonly<Record<string, unknown>>): JsonObject {
  return value as JsonObject; // As above.
}
