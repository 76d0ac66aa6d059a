import { flagNotMapping, flagValue } from "../errors/config-errors.ts";
import { describeKind, isMapping } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import type { FlagKind } from "./flag-table.ts";

const TRUE = new Set(["1", "true", "t", "yes", "y", "on"]);
const FALSE = new Set(["0", "false", "f", "no", "n", "off"]);

/**
 * A flag's value from where it was set. `source` names that place in messages: `--threads`,
 * `DBT_THREADS`, `flags.threads`. Text becomes what the kind asks for; values that already have
 * the right type pass.
 */
export function readFlagValue(kind: FlagKind, value: unknown, source: string): unknown {
  switch (kind.is) {
    case "boolean":
      return readBooleanFlag(value, source);
    case "integer":
      return readIntegerFlag(value, source);
    case "string":
    case "path":
      if (typeof value !== "string") throw flagValue(source, shown(value), "a text");
      return value;
    case "list":
      return readListFlag(value, source);
    case "yaml":
      return readYamlFlag(value, source);
    case "choice":
      return readChoiceFlag(kind.choices, value, source);
  }
}

function readBooleanFlag(value: unknown, source: string): boolean {
  if (typeof value === "boolean") return value;
  const word = typeof value === "number" ? String(value) : value;
  if (typeof word === "string") {
    if (TRUE.has(word.trim().toLowerCase())) return true;
    if (FALSE.has(word.trim().toLowerCase())) return false;
  }
  throw flagValue(source, shown(value), "true or false");
}

function readIntegerFlag(value: unknown, source: string): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number)) return number;
  throw flagValue(source, shown(value), "a whole number");
}

/** Environment variables hold lists with spaces between the items. */
function readListFlag(value: unknown, source: string): readonly string[] {
  if (typeof value === "string") return value.split(/\s+/).filter((item) => item !== "");
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw flagValue(source, shown(value), "a list of words");
}

function readYamlFlag(value: unknown, source: string): Readonly<Record<string, unknown>> {
  const read = typeof value === "string" ? parseYamlFlag(value, source) : value;
  if (isMapping(read)) return read;
  throw flagNotMapping(source, describeKind(read));
}

function parseYamlFlag(text: string, source: string): unknown {
  try {
    return readYaml(text, source).value;
  } catch (error) {
    throw flagNotMapping(source, `"${text}", which does not read as YAML`, error);
  }
}

function readChoiceFlag(choices: readonly string[], value: unknown, source: string): string {
  const word = typeof value === "string" ? value.toLowerCase() : undefined;
  const found = choices.find((choice) => choice === word);
  if (found === undefined) throw flagValue(source, shown(value), `one of ${choices.join(", ")}`);
  return found;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
