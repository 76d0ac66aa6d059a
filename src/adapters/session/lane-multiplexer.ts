import type { DriverWork, StepAnswer, StepRequest, WorkFailure } from "../spark/driver-protocol.ts";
import { createPendingWork } from "./pending-work.ts";
import type { WorkRows } from "./pending-work.ts";

/** Sends one step to the session and returns its answer; never called while one is under way. */
export type SendStep = (request: StepRequest) => Promise<StepAnswer>;

export interface LaneMultiplexer {
  /** Resolves with the result, or with the failure that Spark answered. Rejects if the session is lost. */
  run(work: DriverWork): Promise<WorkRows | WorkFailure>;
  cancel(id: string): void;
  closeLane(lane: string): void;
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>;
}

/**
 * Seconds that a step waits for the first result; it returns at once when there is one. New work
 * and cancels wait for the step in flight, and they come soon after a result: so the wait is short
 * then, and doubles with every step that brings nothing.
 */
const SHORTEST_WAIT = 0.1;
const LONGEST_WAIT = 2;
/** Milliseconds in which work of several lanes gathers into one step. */
const GATHER_MS = 5;

/**
 * Many lanes, one statement at a time: each step hands over all work that is ready and returns all
 * results that are there. At most one step is in flight.
 */
export function createLaneMultiplexer(send: SendStep): LaneMultiplexer {
  const pending = createPendingWork();
  let loop: Promise<void> | undefined;
  let quietSteps = 0;

  const waitSeconds = (anythingNew: boolean): number => {
    quietSteps = anythingNew ? 0 : quietSteps + 1;
    return Math.min(SHORTEST_WAIT * 2 ** quietSteps, LONGEST_WAIT);
  };
  const pump = async (): Promise<void> => {
    while (!pending.isEmpty) {
      await new Promise((done) => setTimeout(done, GATHER_MS));
      try {
        pending.settle(await send(pending.takeRequest(waitSeconds)));
      } catch (error) {
        pending.failAll(error);
      }
    }
  };
  const wake = (): void => {
    loop ??= pump().finally(() => {
      loop = undefined;
      if (!pending.isEmpty) wake();
    });
  };

  return {
    run(work) {
      const result = pending.add(work);
      wake();
      return result;
    },
    cancel(id) {
      pending.cancel(id);
      wake();
    },
    closeLane(lane) {
      pending.close(lane);
    },
    async drain() {
      await loop;
    },
  };
}
