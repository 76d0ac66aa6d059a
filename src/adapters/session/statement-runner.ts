import { setTimeout as sleep } from "node:timers/promises";
import type { GlueClient, Statement } from "@aws-sdk/client-glue";
import {
  sessionGone,
  statementCancelled,
  statementFailed,
  statementStateUnknown,
} from "../../errors/session-errors.ts";
import { isSessionGone } from "./aws-error.ts";

/** Milliseconds between polls: quick at first, since most statements are short. */
const FIRST_POLL = 50;
const SLOWEST_POLL = 2000;
const ORIGIN = { RequestOrigin: "dbt-glue" };

/**
 * Runs one statement of a session and returns what it printed.
 *
 * @throws EngineError SESSION_GONE where the session died, SESSION_STATEMENT where the interpreter
 *   itself failed; a state that this program does not know is an error too
 */
export async function runStatement(
  client: GlueClient,
  sessionId: string,
  code: string,
): Promise<string> {
  const { RunStatementCommand, GetStatementCommand } = await import("@aws-sdk/client-glue");
  const { Id } = await orGone(sessionId, () =>
    client.send(new RunStatementCommand({ SessionId: sessionId, Code: code, ...ORIGIN })),
  );
  if (Id === undefined) throw statementStateUnknown("no statement id");
  for (let delay = FIRST_POLL; ; delay = Math.min(delay * 1.5, SLOWEST_POLL)) {
    await sleep(delay);
    const { Statement: statement } = await orGone(sessionId, () =>
      client.send(new GetStatementCommand({ SessionId: sessionId, Id, ...ORIGIN })),
    );
    if (isFinal(statement)) return outputOf(sessionId, statement);
  }
}

function isFinal(statement: Statement | undefined): boolean {
  const state = statement?.State;
  return state !== "WAITING" && state !== "RUNNING" && state !== "CANCELLING";
}

function outputOf(sessionId: string, statement: Statement | undefined): string {
  switch (statement?.State) {
    case "AVAILABLE":
      return textOf(statement);
    case "CANCELLED":
      throw statementCancelled();
    case "ERROR":
      throw sessionGone(sessionId, "the statement ended in state ERROR");
    default:
      throw statementStateUnknown(`state "${String(statement?.State)}"`);
  }
}

/** The service says `ok` in lower case, whatever its model says. */
function textOf({ Output: output }: Statement): string {
  if (String(output?.Status).toLowerCase() === "ok") return output?.Data?.TextPlain ?? "";
  throw statementFailed(output?.ErrorName ?? "Error", output?.ErrorValue ?? "no message");
}

async function orGone<T>(sessionId: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isSessionGone(error)) throw sessionGone(sessionId, error.message, error);
    throw error;
  }
}
