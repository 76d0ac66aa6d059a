import { createStatementPace } from "./statement-pace.ts";

/**
 * Seconds that a step waits for the first result; it returns at once when there is one. New work
 * and cancels wait for the step in flight, and they come soon after a result: so the wait is short
 * then, and doubles with every step that brings nothing. A cancel must arrive within two seconds.
 */
const SHORTEST_WAIT = 0.1;
const LONGEST_WAIT = 1;
/** Milliseconds in which work of several lanes gathers into one step: the dearer a step, the longer. */
const SHORTEST_GATHER = 5;
const LONGEST_GATHER = 60;
const GATHER_SHARE = 0.15;
/** Seconds that a step stays after its first result, so that others need no step of their own. */
const LONGEST_LINGER = 0.25;
const LINGER_SHARE = 0.5;

/** How long steps gather work, wait for results and stay for more. */
export interface StepTiming {
  /** Lanes that are open and have had work. */
  readonly lanes: Set<string>;
  /** Milliseconds to gather work before a step. */
  gather(): number;
  /** Seconds to wait for a first result. */
  wait(pending: number, anythingNew: boolean): number;
  /** Seconds to stay after it. */
  linger(): number;
  /** Runs a step and learns from how long it took. */
  measure<T>(step: () => Promise<T>): Promise<T>;
}

export function createStepTiming(): StepTiming {
  const pace = createStatementPace();
  const lanes = new Set<string>();
  let quietSteps = 0;
  return {
    lanes,
    gather: () => Math.max(Math.min(pace.shortest * GATHER_SHARE, LONGEST_GATHER), SHORTEST_GATHER),
    wait(pending, anythingNew) {
      // Where every lane waits, nothing new can come.
      if (pending >= lanes.size) return LONGEST_WAIT;
      quietSteps = anythingNew ? 0 : quietSteps + 1;
      return Math.min(SHORTEST_WAIT * 2 ** quietSteps, LONGEST_WAIT);
    },
    linger: () => Math.min((pace.shortest * LINGER_SHARE) / 1000, LONGEST_LINGER),
    async measure(step) {
      const started = Date.now();
      const outcome = await step();
      pace.note(Date.now() - started);
      return outcome;
    },
  };
}
