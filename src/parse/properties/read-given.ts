import type { Located } from "../../yaml/typed-readers.ts";

/**
 * The value by `read`, or undefined where there is no such key. Unlike `readOptional` it hands null
 * to `read`: dbt refuses `description:` without a text.
 */
export function readGiven<T>(at: Located, read: (at: Located) => T): T | undefined {
  return at.value === undefined ? undefined : read(at);
}
