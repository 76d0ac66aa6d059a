import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { EMPTY, FULL_REFRESH, SHOW_SEEDS, SQLPARSE } from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const seed: CommandDefinition = {
  name: "seed",
  summary: "Load the CSV files.",
  options: [...SELECTION_OPTIONS, FULL_REFRESH, EMPTY, SHOW_SEEDS, ...ENGINE_OPTIONS, SQLPARSE],
  examples: ["seed", "seed --select countries --show"],
  run: async (context) => (await import("../../commands/seed.ts")).seed(context),
};
