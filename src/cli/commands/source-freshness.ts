import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { SQLPARSE } from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const sourceFreshness: CommandDefinition = {
  name: "source freshness",
  aliases: ["source snapshot-freshness"],
  which: "freshness",
  summary: "Measure how old the sources' newest rows are.",
  options: [
    ...SELECTION_OPTIONS,
    {
      key: "output",
      long: "--output",
      short: "-o",
      value: { kind: "text", placeholder: "PATH" },
      fallback: "target/sources.json",
      summary: "File for the result.",
    },
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["source freshness", "source freshness --select source:shop"],
  run: async (context) =>
    (await import("../../commands/source-freshness.ts")).sourceFreshness(context),
};
