import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { EMPTY, SQLPARSE } from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const snapshot: CommandDefinition = {
  name: "snapshot",
  summary: "Record how rows have changed since the last snapshot.",
  options: [...SELECTION_OPTIONS, EMPTY, ...ENGINE_OPTIONS, SQLPARSE],
  examples: ["snapshot", "snapshot --select orders_history"],
  run: async (context) => (await import("../../commands/snapshot.ts")).snapshot(context),
};
