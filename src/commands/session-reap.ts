import type { EngineSession } from "../adapter/session-control.ts";
import { sessionLine, sessionReaped } from "../events/session-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { withSessions } from "./with-sessions.ts";

/**
 * `session reap`: stops the Glue sessions whose run was killed. Sessions that are kept, in use, or
 * made on another machine stay, the latter unless they are older than `--older-than` minutes.
 */
export function sessionReap(context: CommandContext): Promise<CommandOutcome> {
  return withSessions(context, async (sessions) => {
    const found = await sessions.list();
    const orphans = found.filter((session) => isOrphan(session, context));
    for (const { id } of orphans) {
      await sessions.stop(id);
      context.events.emit(sessionReaped(id));
    }
    const left = found.length - orphans.length;
    context.events.emit(
      sessionLine(`Stopped ${orphans.length} of ${found.length} sessions; ${left} left.`),
    );
    return { success: true, results: orphans.map(({ id }) => id) };
  });
}

function isOrphan({ use, startedAt }: EngineSession, context: CommandContext): boolean {
  if (use === "orphaned") return true;
  const { olderThan } = context.flags.command;
  if (use !== "elsewhere" || typeof olderThan !== "number") return false;
  return context.now().getTime() - Date.parse(startedAt) > olderThan * 60_000;
}
