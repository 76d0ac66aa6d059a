import { setTimeout as sleep } from "node:timers/promises";
import type { GlueClient, Session } from "@aws-sdk/client-glue";
import { statementInterrupted } from "../../../errors/adapter-errors.ts";
import { sessionNotReady } from "../../../errors/session-errors.ts";
import { awsErrorName, isTransient } from "../aws/aws-error.ts";
import { createSession } from "./create-session.ts";
import { findSession } from "./find-session.ts";
import type { SessionMarks } from "./session-marks.ts";
import type { SessionSettings } from "../settings/session-settings.ts";

export interface SessionHandle {
  readonly id: string;
  /** True where this call made it; false where it was there. */
  readonly created: boolean;
  /** DPUs while it runs. */
  readonly capacity: number;
}

export interface EnsureOptions {
  readonly client: GlueClient;
  readonly id: string;
  readonly settings: SessionSettings;
  readonly marks: SessionMarks;
  /** Called before CreateSession: from here on the session may be there. */
  readonly beforeCreate: () => void;
  /** Called about once a second while waiting, with the seconds waited so far. */
  readonly progress: (seconds: number) => void;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/** Milliseconds between looks at a session that is starting or ending: quick at first. */
const FIRST_LOOK = 100;
const SLOWEST_LOOK = 1000;
/** A session that fails while it starts fails again; one more try covers a lost race. */
const MOST_CREATIONS = 2;

/**
 * A READY session with this id: attaches to one that is there, waits for one that is starting,
 * replaces one that ended, creates one that is missing. Two clients that create the same id at
 * once share it. A call that fails for a reason that passes does not end the wait.
 *
 * @throws EngineError SESSION_NOT_READY with Glue's own reason, an AWS error, or an interruption
 */
export async function ensureSession(options: EnsureOptions): Promise<SessionHandle> {
  const { id, settings, signal } = options;
  const started = Date.now();
  let created = 0;
  for (let delay = FIRST_LOOK; ; delay = Math.min(delay * 1.5, SLOWEST_LOOK)) {
    const session = await lookAgain(() => findSession(options.client, id));
    if (session !== UNKNOWN && session?.Status === "READY")
      return { id, created: created > 0, capacity: session.MaxCapacity ?? 0 };
    if (session !== UNKNOWN) {
      if (isHopeless(session, created)) throw notReady(id, session);
      if (await moveOn(options, session)) created += 1;
    }
    const seconds = Math.round((Date.now() - started) / 1000);
    if (seconds > settings.provisioningTimeout)
      throw sessionNotReady(id, "still not READY", `Waited ${seconds} s.`);
    options.progress(seconds);
    await sleep(delay, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw statementInterrupted(signal.reason);
  }
}

function notReady(id: string, session: Session | undefined): Error {
  return sessionNotReady(id, session?.Status ?? "gone", session?.ErrorMessage ?? "");
}

const UNKNOWN = Symbol("not known right now");

async function lookAgain<T>(call: () => Promise<T>): Promise<T | typeof UNKNOWN> {
  try {
    return await call();
  } catch (error) {
    if (isTransient(error)) return UNKNOWN;
    throw error;
  }
}

/** What this call made has failed, or keeps ending. */
function isHopeless(session: Session | undefined, created: number): boolean {
  const isUnderWay = session?.Status === "PROVISIONING" || session?.Status === "STOPPING";
  return (
    (created > 0 && session?.Status === "FAILED") || (created >= MOST_CREATIONS && !isUnderWay)
  );
}

/** One step towards READY; true where a session was created. */
async function moveOn(options: EnsureOptions, session: Session | undefined): Promise<boolean> {
  const { client, id } = options;
  switch (session?.Status) {
    case undefined:
      options.beforeCreate();
      return (await lookAgain(() => createSession(options))) === true;
    case "PROVISIONING":
    case "STOPPING":
      return false;
    case "STOPPED":
    case "FAILED":
    case "TIMEOUT":
      await lookAgain(() => deleteSession(client, id));
      return false;
    default:
      throw sessionNotReady(id, String(session?.Status), "This state is not known.");
  }
}

/** There is no way back for a session that ended: its id has to be made free. */
async function deleteSession(client: GlueClient, id: string): Promise<void> {
  const { DeleteSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    await client.send(new DeleteSessionCommand({ Id: id, RequestOrigin: "dbt-glue" }));
  } catch (error) {
    // Somebody else deletes it, or has deleted it: the next look says more.
    if (!SOMEBODY_ELSE.has(awsErrorName(error) ?? "")) throw error;
  }
}

const SOMEBODY_ELSE = new Set([
  "EntityNotFoundException",
  "IllegalSessionStateException",
  "ConcurrentModificationException",
]);
