import { toPython } from "../jinja/convert.ts";

/** Arguments from YAML as templates know them. */
export function macroArguments(
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toPython(value)]));
}
