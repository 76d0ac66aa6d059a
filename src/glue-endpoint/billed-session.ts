import type { EndpointContext } from "./endpoint-context.ts";

/** What a Glue session used so far, as the service would bill it. */
export interface BilledSession {
  readonly id: string;
  readonly status: string;
  /** From CreateSession to its end, or until now. */
  readonly seconds: number;
  readonly statements: number;
}

/** All sessions that the endpoint still knows. */
export function billedSessions(accounts: EndpointContext["accounts"]): BilledSession[] {
  return [...accounts.all()]
    .flatMap((account) => [...account.sessions.values()])
    .map((session) => ({
      id: session.settings.id,
      status: session.status,
      seconds: ((session.completedOn ?? Date.now()) - session.createdOn) / 1000,
      statements: session.nextStatementId,
    }));
}
