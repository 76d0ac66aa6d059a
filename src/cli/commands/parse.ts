import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { SQLPARSE } from "../options/run-options.ts";

export const parse: CommandDefinition = {
  name: "parse",
  summary: "Read the project and write manifest.json.",
  options: [...ENGINE_OPTIONS, SQLPARSE],
  examples: ["parse"],
  run: async (context) => (await import("../../commands/parse.ts")).parse(context),
};
