import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { FULL_REFRESH, SQLPARSE } from "../options/run-options.ts";

export const retry: CommandDefinition = {
  name: "retry",
  summary: "Run again what failed or was skipped the last time.",
  options: [FULL_REFRESH, ...ENGINE_OPTIONS, SQLPARSE],
  examples: ["retry", "retry --threads 1"],
  run: async (context) => (await import("../../commands/retry.ts")).retry(context),
};
