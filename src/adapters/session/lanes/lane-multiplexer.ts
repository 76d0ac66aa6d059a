import { setTimeout as sleep } from "node:timers/promises";
import { statementInterrupted } from "../../../errors/adapter-errors.ts";
import type { DriverWork, StepAnswer, StepRequest } from "../../spark/driver-protocol.ts";
import { createPendingWork } from "./pending-work.ts";
import { createStepTiming } from "./step-timing.ts";
import type { WorkOutcome } from "./pending-work.ts";

/** What became of a step: `accepted` false says that nothing of it has run. */
export type StepOutcome =
  | { readonly kind: "answer"; readonly answer: StepAnswer }
  | { readonly kind: "lost"; readonly accepted: boolean; readonly reason: string };

/**
 * Sends one step to the session; never called while one is under way.
 *
 * @param hurry - fires when the answer is wanted as soon as possible
 */
export type SendStep = (request: StepRequest, hurry: AbortSignal) => Promise<StepOutcome>;

/** The session that steps go to. */
export interface SessionLink {
  /** Attaches to the session or starts it; asked before each step, quick when it is there. */
  open(): Promise<SendStep>;
  /** The session is gone: the next `open` makes a new one. */
  lost(reason: string): void;
}

export interface LaneMultiplexer {
  /** How often the lanes' state was lost so far: temporary views live in one interpreter. */
  readonly losses: number;
  /** Resolves with the result, with the failure that Spark answered, or with how the session was lost. */
  run(work: DriverWork): Promise<WorkOutcome>;
  cancel(id: string): void;
  closeLane(lane: string): void;
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>;
  /** Waits for nothing any more. */
  abandon(): void;
}

/**
 * Many lanes, one statement at a time: each step hands over all work that is ready and returns all
 * results that are there. At most one step is in flight.
 */
export function createLaneMultiplexer(link: SessionLink): LaneMultiplexer {
  const pending = createPendingWork();
  let loop: Promise<void> | undefined;
  let losses = 0;
  let hurry = new AbortController();

  const timing = createStepTiming();
  const step = async (): Promise<void> => {
    const send = await link.open();
    if (pending.isEmpty) return;
    hurry = new AbortController();
    const outcome = await timing.measure(() => send(pending.takeRequest(timing), hurry.signal));
    if (outcome.kind === "answer") {
      if (pending.settle(outcome.answer)) losses += 1;
      return;
    }
    losses += 1;
    link.lost(outcome.reason);
    pending.loseAll(outcome.accepted, outcome.reason);
  };
  const pump = async (): Promise<void> => {
    while (!pending.isEmpty) {
      await sleep(timing.gather());
      await step().catch((error: unknown) => {
        pending.failAll(error);
      });
    }
  };
  const wake = (): void => {
    loop ??= pump().finally(() => {
      loop = undefined;
      if (!pending.isEmpty) wake();
    });
  };

  return {
    get losses() {
      return losses;
    },
    run(work) {
      timing.lanes.add(work.lane);
      const result = pending.add(work);
      wake();
      return result;
    },
    cancel(id) {
      pending.cancel(id);
      hurry.abort();
      wake();
    },
    closeLane(lane) {
      timing.lanes.delete(lane);
      pending.close(lane);
    },
    async drain() {
      await loop;
    },
    abandon() {
      pending.failAll(statementInterrupted());
    },
  };
}
