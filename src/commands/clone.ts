import { notSupported } from "../errors/not-supported.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `clone`: relations of another environment's state, made anew in this one. */
export function clone({ flags }: CommandContext): Promise<CommandOutcome> {
  return Promise.reject(notSupported(`the command "${flags.which}"`));
}
