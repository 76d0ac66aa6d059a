import type { InterpreterFactory } from "./interpreter.ts";
import type { createAccounts } from "./state/account.ts";

/** What the operations share. */
export interface EndpointContext {
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly startInterpreter: InterpreterFactory;
  /** Resolves when an injected session start has passed. */
  sessionStart(): Promise<void>;
  /** Injected delay of every statement, in milliseconds. */
  readonly statementDelay: number;
}
