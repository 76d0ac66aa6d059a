import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { EMPTY, FULL_REFRESH, SQLPARSE, WINDOW_OPTIONS } from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const run: CommandDefinition = {
  name: "run",
  summary: "Build the models.",
  options: [
    ...SELECTION_OPTIONS,
    FULL_REFRESH,
    EMPTY,
    ...WINDOW_OPTIONS,
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["run", "run --select orders+", "run --full-refresh --select orders"],
  run: async (context) => (await import("../../commands/run.ts")).run(context),
};
