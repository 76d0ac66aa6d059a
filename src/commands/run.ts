import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { runNodes } from "./run-nodes.ts";

/** `run`: works on models. */
export function run(context: CommandContext): Promise<CommandOutcome> {
  return runNodes(context, { defaults: ["model"] });
}
