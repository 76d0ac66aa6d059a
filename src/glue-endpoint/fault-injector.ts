import { setTimeout as sleep } from "node:timers/promises";
import { GlueFault } from "./glue-fault.ts";
import type { GlueRequest } from "./request.ts";

export type FaultKind =
  "throttle" | "error500" | "reset" | "denied" | "lost-answer" | "session-lost";

/** One planned fault: the `at`-th call (1-based) of an operation meets it, `times` times in a row. */
export interface PlannedFault {
  readonly operation: string;
  readonly kind: FaultKind;
  readonly at: number;
  readonly times?: number;
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
  /** Waits, or throws the planned fault, before the operation runs. */
  before(request: GlueRequest): Promise<void>;
  /** True where the operation runs and its answer gets lost on the way. */
  losesAnswer(request: GlueRequest): boolean;
  /** Calls so far, by operation. */
  readonly calls: ReadonlyMap<string, number>;
}

export function createFaultInjector(
  plan: readonly PlannedFault[],
  latency: Latency,
  onSessionLost: (sessionId: string) => void,
): FaultInjector {
  const calls = new Map<string, number>();
  const planned = (request: GlueRequest): FaultKind | undefined => {
    const n = calls.get(request.operation) ?? 0;
    return plan.find(
      (f) => f.operation === request.operation && n >= f.at && n < f.at + (f.times ?? 1),
    )?.kind;
  };
  return {
    calls,
    async before(request) {
      calls.set(request.operation, (calls.get(request.operation) ?? 0) + 1);
      if (latency.perCall) await sleep(latency.perCall);
      const kind = planned(request);
      if (kind === "session-lost") onSessionLost(request.input.optionalString("SessionId") ?? "");
      else if (kind && kind !== "lost-answer") throw faultFor(kind);
    },
    losesAnswer: (request) => planned(request) === "lost-answer",
  };
}

function faultFor(kind: Exclude<FaultKind, "lost-answer" | "session-lost">): GlueFault {
  switch (kind) {
    case "throttle":
      return new GlueFault("ThrottlingException", "Rate exceeded");
    case "error500":
      return new GlueFault("InternalServiceException", "Internal service error", 500);
    case "reset":
      return new GlueFault("ConnectionReset", "");
    case "denied":
      return new GlueFault(
        "AccessDeniedException",
        "User: arn:aws:iam::123456789012:user/test is not authorized to perform this action",
      );
  }
}
