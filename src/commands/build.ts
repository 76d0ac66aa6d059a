import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { BUILD_TYPES } from "./resource-types.ts";
import { runNodes } from "./run-nodes.ts";

/** `build`: seeds, models, snapshots and tests in the order of their references. */
export function build(context: CommandContext): Promise<CommandOutcome> {
  return runNodes(context, BUILD_TYPES);
}
