import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { TEST_TYPES } from "./resource-types.ts";
import { runNodes } from "./run-nodes.ts";

/** `test`: tests on what is already built. */
export function test(context: CommandContext): Promise<CommandOutcome> {
  return runNodes(context, TEST_TYPES);
}
