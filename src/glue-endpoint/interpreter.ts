/** What one statement left behind, in Livy's words. */
export type StatementOutput =
  | { readonly status: "ok"; readonly text: string }
  | {
      readonly status: "error";
      readonly errorName: string;
      readonly errorValue: string;
      readonly traceback: readonly string[];
    };

/**
 * Runs the code of one session, one statement at a time, as Livy's Python interpreter does. The
 * endpoint guarantees that `run` is never called while another one is under way.
 */
export interface Interpreter {
  run(code: string, statementId: number): Promise<StatementOutput>;
  /** Asks the running statement to end; it ends through `run`. */
  cancel(statementId: number): Promise<void>;
  /** Fires once if the interpreter dies by itself, with the reason. */
  onDeath(listener: (reason: string) => void): void;
  close(): Promise<void>;
}

/** Starts an interpreter for a session. `argumentsOfSession` are its DefaultArguments. */
export type InterpreterFactory = (
  sessionId: string,
  argumentsOfSession: Readonly<Record<string, string>>,
) => Promise<Interpreter>;
