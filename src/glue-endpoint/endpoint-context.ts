import type { CatalogSource } from "./catalog-source.ts";
import type { InterpreterFactory } from "./interpreter.ts";
import type { createAccounts } from "./state/account.ts";

/** What the operations share. */
export interface EndpointContext {
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly startInterpreter: InterpreterFactory;
  /** The engine's catalog; absent where the endpoint keeps one of its own only. */
  readonly source: CatalogSource | undefined;
  /** Resolves when an injected session start has passed. */
  sessionStart(): Promise<void>;
  /** Injected delay of every statement, in milliseconds. */
  readonly statementDelay: number;
}
