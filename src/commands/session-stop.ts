import { sessionIdMissing } from "../errors/session-errors.ts";
import { sessionLine } from "../events/session-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { withSessions } from "./with-sessions.ts";

/** `session stop ID`: stops one Glue session, whoever made it. */
export function sessionStop(context: CommandContext): Promise<CommandOutcome> {
  const { id } = context.flags.command;
  if (typeof id !== "string" || id === "") throw sessionIdMissing();
  return withSessions(context, async (sessions) => {
    await sessions.stop(id);
    context.events.emit(sessionLine(`Stopped the Glue session "${id}"`));
    return { success: true, results: [id] };
  });
}
