import { cloneNodes } from "../run/clone-nodes.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { readDeferredManifest } from "./read-deferred-manifest.ts";
import { CLONE_TYPES } from "./resource-types.ts";
import { runNodes } from "./run-nodes.ts";

/** `clone`: relations of another environment's state, made anew in this one. */
export async function clone(context: CommandContext): Promise<CommandOutcome> {
  // A state that is not there is told before anything is read or opened.
  readDeferredManifest(context);
  return runNodes(context, CLONE_TYPES, cloneNodes);
}
