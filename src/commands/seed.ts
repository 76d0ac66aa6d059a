import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { runNodes } from "./run-nodes.ts";

/** `seed`: works on seeds. */
export function seed(context: CommandContext): Promise<CommandOutcome> {
  return runNodes(context, { defaults: ["seed"] });
}
