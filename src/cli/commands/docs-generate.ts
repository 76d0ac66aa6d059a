import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { SQLPARSE } from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const docsGenerate: CommandDefinition = {
  name: "docs generate",
  which: "generate",
  summary: "Write catalog.json and manifest.json.",
  options: [
    ...SELECTION_OPTIONS,
    {
      key: "compile",
      long: "--compile",
      negative: "--no-compile",
      value: { kind: "flag" },
      fallback: "on",
      summary: "Compile the project as well.",
    },
    {
      key: "emptyCatalog",
      long: "--empty-catalog",
      value: { kind: "flag" },
      summary: "Ask the engine nothing: write a catalog without relations.",
    },
    {
      key: "static",
      long: "--static",
      value: { kind: "flag" },
      summary: "Write a page with everything in one file as well.",
    },
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["docs generate"],
  run: async (context) => (await import("../../commands/docs-generate.ts")).docsGenerate(context),
};
