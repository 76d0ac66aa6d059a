import { governanceConfig } from "../../../errors/governance-errors.ts";

/** A map at `path` of a config; one that is absent is empty. */
export function readMap(
  config: string,
  path: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>; // an object that is no list is a map
  throw governanceConfig(config, `"${path}" is not a map`, `${path}:\n    key: value`);
}

/** A misspelled key would leave data open that somebody meant to close. */
export function readKeys(
  config: string,
  path: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const where = path === "" ? "" : ` of "${path}"`;
  throw governanceConfig(config, `"${unknown}" is none of the keys${where}`, known.join(", "));
}

export function readFlag(config: string, path: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "boolean") return value;
  throw governanceConfig(config, `"${path}" is neither true nor false`, `${path}: true`);
}

/** A list of names, or one name. */
export function readNames(config: string, path: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.map(String);
  throw governanceConfig(config, `"${path}" is not a list of names`, `${path}: [name, ...]`);
}
