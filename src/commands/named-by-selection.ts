import type { Flags } from "../config/flags.ts";

/**
 * Whether `compile` and `show` print a selected node: dbt prints those whose name is part of the
 * first word after `--select` (checked against dbt-core 1.12).
 */
export function isNamedBySelection(flags: Flags, name: string): boolean {
  const [first] = flags.select.flatMap((word) => word.split(/\s+/).filter(Boolean));
  return first?.includes(name) === true;
}
