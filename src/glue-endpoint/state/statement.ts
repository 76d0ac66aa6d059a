import type { StatementOutput } from "../interpreter.ts";

export type StatementState =
  "WAITING" | "RUNNING" | "AVAILABLE" | "CANCELLING" | "CANCELLED" | "ERROR";

export interface Statement {
  readonly id: number;
  readonly code: string;
  /** Retries of one RunStatement call carry the same id and get the same statement. */
  readonly invocationId: string | undefined;
  state: StatementState;
  output: StatementOutput | undefined;
  /** Epoch milliseconds, 0 until then. */
  startedOn: number;
  completedOn: number;
}

/** A statement as GetStatement answers it. Its two times are epoch milliseconds. */
export function describeStatement(statement: Statement): object {
  const { id, code, state, output, startedOn, completedOn } = statement;
  return {
    Id: id,
    Code: code,
    State: state,
    Output: output === undefined ? undefined : describeOutput(output, id),
    Progress: isFinal(state) ? 1.0 : 0.0,
    StartedOn: startedOn,
    CompletedOn: completedOn,
  };
}

export function isFinal(state: StatementState): boolean {
  return state === "AVAILABLE" || state === "CANCELLED" || state === "ERROR";
}

function describeOutput(output: StatementOutput, id: number): object {
  if (output.status === "ok")
    return { Data: { TextPlain: output.text }, ExecutionCount: id, Status: "ok" };
  return {
    ExecutionCount: id,
    Status: "error",
    ErrorName: output.errorName,
    ErrorValue: output.errorValue,
    Traceback: output.traceback,
  };
}
