import { setTimeout as sleep } from "node:timers/promises";
import { GlueFault } from "./glue-fault.ts";

export type FaultKind =
  "throttle" | "error500" | "reset" | "denied" | "expired" | "lost-answer" | "session-lost";

/** One planned fault: the `at`-th call (1-based) of an operation meets it, `times` times in a row. */
export interface PlannedFault {
  readonly operation: string;
  readonly kind: FaultKind;
  readonly at: number;
  readonly times?: number;
  /** What the service says, instead of its usual words. */
  readonly message?: string;
}

export interface Latency {
  /** Added to every API call, in milliseconds. */
  readonly perCall?: number;
  /** Added to every statement before it runs, in milliseconds. */
  readonly perStatement?: number;
  /** From CreateSession to READY, in milliseconds. */
  readonly sessionStart?: number;
}

/** Delays and breaks calls on purpose, for tests and benchmarks, and counts them. */
export interface FaultInjector {
  /** Waits, or throws the planned fault, before the operation runs; true where its answer gets lost. */
  before(operation: string, sessionId: string | undefined): Promise<boolean>;
  /** Calls so far, by operation. */
  readonly calls: ReadonlyMap<string, number>;
}

export function createFaultInjector(
  plan: readonly PlannedFault[],
  latency: Latency,
  onSessionLost: (sessionId: string) => void,
): FaultInjector {
  const calls = new Map<string, number>();
  return {
    calls,
    async before(operation, sessionId) {
      const n = (calls.get(operation) ?? 0) + 1;
      calls.set(operation, n);
      if (latency.perCall) await sleep(latency.perCall);
      const fault = plan.find(
        (f) => f.operation === operation && n >= f.at && n < f.at + (f.times ?? 1),
      );
      if (fault?.kind === "session-lost") onSessionLost(sessionId ?? "");
      else if (fault && fault.kind !== "lost-answer") throw faultFor(fault.kind, fault.message);
      return fault?.kind === "lost-answer";
    },
  };
}

function faultFor(
  kind: Exclude<FaultKind, "lost-answer" | "session-lost">,
  message: string | undefined,
): GlueFault {
  switch (kind) {
    case "throttle":
      return new GlueFault("ThrottlingException", message ?? "Rate exceeded");
    case "error500":
      return new GlueFault("InternalServiceException", message ?? "Internal service error", 500);
    case "reset":
      return new GlueFault("ConnectionReset", "");
    case "denied":
      return new GlueFault(
        "AccessDeniedException",
        message ??
          "User: arn:aws:iam::123456789012:user/test is not authorized to perform this action",
      );
    case "expired":
      return new GlueFault(
        "ExpiredTokenException",
        message ?? "The security token included in the request is expired",
      );
  }
}
