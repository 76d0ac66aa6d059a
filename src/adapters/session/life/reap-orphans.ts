import type { GlueClient } from "@aws-sdk/client-glue";
import type { EngineEvent } from "../../../events/engine-event.ts";
import { sessionNotStopped, sessionReaped } from "../../../events/session-events.ts";
import type { LeaseBook } from "./lease-book.ts";
import { stopSession } from "./stop-session.ts";

/** Seconds to wait for an orphan that is still starting. */
const PATIENCE = 120;

/**
 * Stops the sessions of killed runs, the first time that it is called. A run that was killed may
 * still have statements under way, which would write into the same tables as this one.
 */
export function orphanReaper(
  connect: () => Promise<GlueClient>,
  leases: LeaseBook,
  emit: (event: EngineEvent) => void,
): () => Promise<void> {
  let reaping: Promise<void> | undefined;
  const reap = async (): Promise<void> => {
    for (const { id } of leases.orphans()) {
      try {
        await stopSession(await connect(), id, PATIENCE);
      } catch (error) {
        // Whoever may not stop sessions may still run; the session ends when it is idle.
        emit(sessionNotStopped(id, error instanceof Error ? error.message : String(error)));
        continue;
      }
      leases.give(id);
      emit(sessionReaped(id));
    }
  };
  return () => (reaping ??= reap());
}
