import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { FULL_REFRESH, SQLPARSE } from "../options/run-options.ts";
import { RESOURCE_TYPE_OPTIONS, SELECTION_OPTIONS } from "../options/selection-options.ts";

export const clone: CommandDefinition = {
  name: "clone",
  summary: "Make the selected relations from those of another environment's state.",
  options: [
    ...SELECTION_OPTIONS,
    ...RESOURCE_TYPE_OPTIONS,
    FULL_REFRESH,
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["clone --state path/to/prod/artifacts"],
  run: async (context) => (await import("../../commands/clone.ts")).clone(context),
};
