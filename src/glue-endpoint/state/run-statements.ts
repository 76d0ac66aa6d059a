import { setTimeout as sleep } from "node:timers/promises";
import type { StatementOutput } from "../interpreter.ts";
import type { Session } from "./session.ts";
import { isFinal } from "./statement.ts";
import type { Statement, StatementState } from "./statement.ts";

/** Livy remembers this many statements of a session. */
const RETAINED_STATEMENTS = 100;

/** Queues a statement behind the ones before it: a session runs one at a time. */
export function submitStatement(
  session: Session,
  code: string,
  invocationId: string | undefined,
  delayMs: number,
): Statement {
  const statement: Statement = {
    id: session.nextStatementId++,
    code,
    invocationId,
    state: "WAITING",
    output: undefined,
    startedOn: 0,
    completedOn: 0,
  };
  session.statements.set(statement.id, statement);
  session.statements.delete(statement.id - RETAINED_STATEMENTS);
  session.lastActivity = Date.now();
  session.queue = session.queue.then(() => execute(session, statement, delayMs));
  return statement;
}

/** WAITING is cancelled at once; RUNNING becomes CANCELLING until the interpreter gives in. */
export async function cancelStatement(session: Session, statement: Statement): Promise<void> {
  if (statement.state === "WAITING") {
    finish(session, statement, "CANCELLED", undefined);
  } else if (statement.state === "RUNNING") {
    statement.state = "CANCELLING";
    await session.interpreter?.cancel(statement.id);
  }
}

/** Ends what is under way in a session that is gone. */
export function failStatements(session: Session): void {
  for (const statement of session.statements.values())
    if (!isFinal(statement.state)) finish(session, statement, "ERROR", undefined);
}

async function execute(session: Session, statement: Statement, delayMs: number): Promise<void> {
  const { interpreter } = session;
  if (statement.state !== "WAITING" || !interpreter) return;
  statement.state = "RUNNING";
  statement.startedOn = Date.now();
  if (delayMs > 0) await sleep(delayMs);
  const output = await runCode(() => interpreter.run(statement.code, statement.id));
  const state = stateOf(statement);
  if (!isFinal(state))
    finish(session, statement, state === "CANCELLING" ? "CANCELLED" : "AVAILABLE", output);
}

/** Read afresh: others change the state while the code runs. */
function stateOf(statement: Statement): StatementState {
  return statement.state;
}

/** A failure of the interpreter itself is an output, as Livy's `InternalError` is. */
async function runCode(run: () => Promise<StatementOutput>): Promise<StatementOutput> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: "error", errorName: "InternalError", errorValue: message, traceback: [] };
  }
}

function finish(
  session: Session,
  statement: Statement,
  state: "AVAILABLE" | "CANCELLED" | "ERROR",
  output: StatementOutput | undefined,
): void {
  statement.state = state;
  statement.output = output;
  statement.completedOn = Date.now();
  session.lastActivity = statement.completedOn;
}
