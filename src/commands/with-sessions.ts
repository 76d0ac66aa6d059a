import type { SessionControl } from "../adapter/session-control.ts";
import { loadRuntimeConfig } from "../config/load-runtime-config.ts";
import { sessionsUnknown } from "../errors/session-errors.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** Lets `work` look at the sessions of the target's engine. */
export async function withSessions(
  context: CommandContext,
  work: (sessions: SessionControl) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const runtime = loadRuntimeConfig(context);
  const adapter = await context.openAdapter(runtime);
  try {
    if (!adapter.sessions) throw sessionsUnknown(adapter.description);
    return await work(adapter.sessions);
  } finally {
    await adapter.close();
  }
}
