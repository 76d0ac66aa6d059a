import { setTimeout as sleep } from "node:timers/promises";
import type { GlueClient, Statement } from "@aws-sdk/client-glue";
import { statementFailed, statementStateUnknown } from "../../../errors/session-errors.ts";
import { awsAttempts, isSessionGone } from "../aws/aws-error.ts";
import { whyGone } from "../life/find-session.ts";
import type { StatementPace } from "./statement-pace.ts";

/**
 * What became of one statement.
 *
 * - `lost`: the session is gone. `accepted` false says that the statement certainly never ran.
 * - `forgotten`: the session is there, and the statement's output cannot be had any more.
 */
export type StatementOutcome =
  | { readonly kind: "output"; readonly text: string }
  | { readonly kind: "lost"; readonly accepted: boolean; readonly reason: string }
  | { readonly kind: "forgotten"; readonly reason: string };

/** A session that takes statements. */
export interface SessionTarget {
  readonly client: GlueClient;
  readonly id: string;
  /** Milliseconds between polls of a statement that takes long. */
  readonly slowestPoll: number;
  /** How long its statements take at least. */
  readonly pace: StatementPace;
}

/** Milliseconds before the first poll: most statements are short. */
const FIRST_POLL = 50;
/** A session can die without a word; milliseconds between looks at it. */
const LOOK_AFTER = 30_000;
const ORIGIN = { RequestOrigin: "dbt-glue" };

/**
 * Runs one statement of a session and returns what became of it.
 *
 * @param hurry - fires when somebody wants the statement's end as soon as possible
 * @throws EngineError SESSION_STATEMENT where the interpreter itself failed; a state that this
 *   program does not know is an error too, as is an AWS call that fails for another reason
 */
export async function runStatement(
  target: SessionTarget,
  code: string,
  hurry: AbortSignal,
): Promise<StatementOutcome> {
  const { client, id: sessionId } = target;
  const { RunStatementCommand } = await import("@aws-sdk/client-glue");
  try {
    const input = { SessionId: sessionId, Code: code, ...ORIGIN };
    const { Id } = await client.send(new RunStatementCommand(input));
    if (Id === undefined) throw statementStateUnknown("no statement id");
    return await untilFinal(target, { SessionId: sessionId, Id, ...ORIGIN }, hurry);
  } catch (error) {
    if (!isSessionGone(error)) throw error;
    const reason = await whyGone(client, sessionId);
    if (reason === undefined) throw error;
    // An earlier attempt of the same call may have come through before the session went.
    return { kind: "lost", accepted: awsAttempts(error) > 1, reason };
  }
}

async function untilFinal(
  { client, slowestPoll, pace }: SessionTarget,
  input: { readonly SessionId: string; readonly Id: number },
  hurry: AbortSignal,
): Promise<StatementOutcome> {
  const { GetStatementCommand } = await import("@aws-sdk/client-glue");
  let lastLook = Date.now();
  // Before the shortest of the latest statements is over, asking is a call for nothing.
  const early = Math.min(pace.shortest * 0.9, slowestPoll) - FIRST_POLL;
  if (early > 0) await pause(early, hurry);
  for (let delay = FIRST_POLL; ; delay = Math.min(delay * 2, slowestPoll)) {
    await pause(delay, hurry);
    try {
      const { Statement: statement } = await client.send(new GetStatementCommand(input));
      if (isFinal(statement)) {
        noteDuration(pace, statement);
        return await outcomeOf(client, input.SessionId, statement);
      }
    } catch (error) {
      if (!isSessionGone(error)) throw error;
      return await lostOrForgotten(client, input.SessionId, error.message);
    }
    if (Date.now() - lastLook < LOOK_AFTER) continue;
    lastLook = Date.now();
    const reason = await whyGone(client, input.SessionId);
    if (reason !== undefined) return { kind: "lost", accepted: true, reason };
  }
}

/** By the service's own clock: by ours, a late poll would make every later one late. */
function noteDuration(pace: StatementPace, statement: Statement | undefined): void {
  const { StartedOn: started, CompletedOn: completed } = statement ?? {};
  if (started && completed) pace.note(completed - started);
}

/** Waits; once somebody is in a hurry, never longer than between the first polls. */
async function pause(milliseconds: number, hurry: AbortSignal): Promise<void> {
  if (hurry.aborted) await sleep(FIRST_POLL);
  else await sleep(milliseconds, undefined, { signal: hurry }).catch(() => undefined);
}

function isFinal(statement: Statement | undefined): boolean {
  const state = statement?.State;
  return state !== "WAITING" && state !== "RUNNING" && state !== "CANCELLING";
}

async function outcomeOf(
  client: GlueClient,
  sessionId: string,
  statement: Statement | undefined,
): Promise<StatementOutcome> {
  switch (statement?.State) {
    case "AVAILABLE":
      return { kind: "output", text: textOf(statement) };
    case "CANCELLED":
      return { kind: "forgotten", reason: "somebody cancelled the statement" };
    case "ERROR":
      return lostOrForgotten(client, sessionId, "the statement ended in state ERROR");
    default:
      throw statementStateUnknown(`state "${String(statement?.State)}"`);
  }
}

async function lostOrForgotten(
  client: GlueClient,
  sessionId: string,
  message: string,
): Promise<StatementOutcome> {
  const reason = await whyGone(client, sessionId);
  if (reason !== undefined) return { kind: "lost", accepted: true, reason };
  return { kind: "forgotten", reason: message };
}

/** The service says `ok` in lower case, whatever its model says. */
function textOf({ Output: output }: Statement): string {
  if (String(output?.Status).toLowerCase() === "ok") return output?.Data?.TextPlain ?? "";
  throw statementFailed(output?.ErrorName ?? "Error", output?.ErrorValue ?? "no message");
}
