import type {
  DriverWork,
  StepAnswer,
  StepRequest,
  WorkFailure,
  WorkPage,
} from "../spark/driver-protocol.ts";

/** Sends one step to the session and returns its answer; never called while one is under way. */
export type SendStep = (request: StepRequest) => Promise<StepAnswer>;

export interface WorkRows {
  readonly columns: WorkPage["columns"];
  readonly rows: readonly (readonly unknown[])[];
}

export interface LaneMultiplexer {
  /** Resolves with the result, or with the failure that Spark answered. Rejects if the session is lost. */
  run(work: DriverWork): Promise<WorkRows | WorkFailure>;
  cancel(id: string): void;
  closeLane(lane: string): void;
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>;
}

interface Pending {
  readonly work: DriverWork;
  submitted: boolean;
  columns: WorkPage["columns"];
  readonly rows: (readonly unknown[])[];
  /** Row from which on the rest is wanted. */
  from: number;
  resolve(result: WorkRows | WorkFailure): void;
  reject(error: unknown): void;
}

/**
 * Seconds that a step waits for the first result; it returns at once when there is one. New work
 * and cancels wait for the step in flight, and they come soon after a result: so the wait is short
 * then, and doubles with every step that brings nothing.
 */
const SHORTEST_WAIT = 0.1;
const LONGEST_WAIT = 2;
const ROW_BUDGET = 400_000;
/** Milliseconds in which work of several lanes gathers into one step. */
const GATHER_MS = 5;

/**
 * Many lanes, one statement at a time: each step hands over all work that is ready and returns all
 * results that are there. At most one step is in flight.
 */
export function createLaneMultiplexer(send: SendStep): LaneMultiplexer {
  const pending = new Map<string, Pending>();
  const cancels = new Set<string>();
  const closing = new Set<string>();
  let acks: string[] = [];
  let loop: Promise<void> | undefined;
  let quietSteps = 0;

  const wake = (): void => {
    loop ??= pump().finally(() => {
      loop = undefined;
      if (hasWork()) wake();
    });
  };
  const hasWork = (): boolean => pending.size > 0 || cancels.size > 0 || closing.size > 0;

  const pump = async (): Promise<void> => {
    while (hasWork()) {
      await new Promise((done) => setTimeout(done, GATHER_MS));
      const request = takeRequest();
      try {
        settle(await send(request));
      } catch (error) {
        failAll(error);
      }
    }
  };

  const takeRequest = (): StepRequest => {
    const fresh = [...pending.values()].filter((p) => !p.submitted);
    for (const p of fresh) p.submitted = true;
    const waiting = [...pending.keys()];
    const request: StepRequest = {
      submit: fresh.map((p) => p.work),
      cancel: [...cancels],
      close: [...closing],
      ack: acks,
      waiting,
      pages: Object.fromEntries(waiting.map((id) => [id, pending.get(id)?.from ?? 0])),
      wait: Math.min(SHORTEST_WAIT * 2 ** quietSteps, LONGEST_WAIT),
      budget: ROW_BUDGET,
    };
    quietSteps = fresh.length > 0 ? 0 : quietSteps + 1;
    cancels.clear();
    closing.clear();
    acks = [];
    return request;
  };

  const settle = (answer: StepAnswer): void => {
    for (const [id, result] of Object.entries(answer.done)) {
      const p = pending.get(id);
      if (!p) continue;
      if (result.ok && result.from === p.from) take(p, result);
      if (result.ok && result.next !== undefined) continue;
      pending.delete(id);
      acks.push(id);
      p.resolve(result.ok ? { columns: p.columns, rows: p.rows } : result);
    }
  };

  const take = (p: Pending, page: WorkPage): void => {
    p.columns = page.columns;
    for (const row of page.rows) p.rows.push(row);
    p.from = page.next ?? p.from;
  };

  const failAll = (error: unknown): void => {
    const lost = [...pending.values()];
    pending.clear();
    cancels.clear();
    closing.clear();
    for (const p of lost) p.reject(error);
  };

  return {
    run(work) {
      return new Promise((resolve, reject) => {
        pending.set(work.id, {
          ...{ work, submitted: false, columns: [], rows: [], from: 0 },
          resolve,
          reject,
        });
        wake();
      });
    },
    cancel(id) {
      if (!pending.has(id)) return;
      cancels.add(id);
      wake();
    },
    closeLane(lane) {
      closing.add(lane);
      // Told with the next step; a lane that ends is no reason for a statement of its own.
    },
    async drain() {
      await loop;
    },
  };
}
