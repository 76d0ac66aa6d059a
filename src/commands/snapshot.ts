import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { runNodes } from "./run-nodes.ts";

/** `snapshot`: works on snapshots. */
export function snapshot(context: CommandContext): Promise<CommandOutcome> {
  return runNodes(context, { defaults: ["snapshot"] });
}
