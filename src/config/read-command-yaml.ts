import { readFlagValue } from "./read-flag-value.ts";

/** A YAML mapping that an option of one command gives as text, such as `--args`. */
export function readCommandYaml(option: string, value: unknown): Readonly<Record<string, unknown>> {
  // A reader: a flag of this kind is a mapping, or readFlagValue throws.
  return readFlagValue({ is: "yaml" }, value, option) as Readonly<Record<string, unknown>>;
}
