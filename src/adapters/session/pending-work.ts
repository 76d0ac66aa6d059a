import type {
  DriverWork,
  StepAnswer,
  StepRequest,
  WorkFailure,
  WorkPage,
} from "../spark/driver-protocol.ts";

export interface WorkRows {
  readonly columns: WorkPage["columns"];
  readonly rows: readonly (readonly unknown[])[];
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

/** Characters of rows in one answer: far below what a statement's output may hold. */
const ROW_BUDGET = 400_000;

/** The work that the session owes a result for, and what the next step has to tell it. */
export interface PendingWork {
  readonly isEmpty: boolean;
  add(work: DriverWork): Promise<WorkRows | WorkFailure>;
  cancel(id: string): void;
  close(lane: string): void;
  /** The next step, with all that is new. */
  takeRequest(waitSeconds: (anythingNew: boolean) => number): StepRequest;
  /** Hands results to whoever waits for them; long ones stay until their last page. */
  settle(answer: StepAnswer): void;
  failAll(error: unknown): void;
}

export function createPendingWork(): PendingWork {
  const pending = new Map<string, Pending>();
  let cancels: string[] = [];
  let closing: string[] = [];
  let acks: string[] = [];
  return {
    get isEmpty() {
      return pending.size === 0 && cancels.length === 0;
    },
    add: (work) =>
      new Promise((resolve, reject) => {
        pending.set(work.id, { ...newPending(work), resolve, reject });
      }),
    cancel(id) {
      if (pending.has(id)) cancels.push(id);
    },
    close(lane) {
      // Told with the next step; a lane that ends is no reason for a statement of its own.
      closing.push(lane);
    },
    takeRequest(waitSeconds) {
      const fresh = [...pending.values()].filter((p) => !p.submitted);
      for (const p of fresh) p.submitted = true;
      const request: StepRequest = {
        submit: fresh.map((p) => p.work),
        cancel: cancels,
        close: closing,
        ack: acks,
        waiting: [...pending.keys()],
        pages: Object.fromEntries([...pending].map(([id, p]) => [id, p.from])),
        wait: waitSeconds(fresh.length > 0),
        budget: ROW_BUDGET,
      };
      cancels = [];
      closing = [];
      acks = [];
      return request;
    },
    settle(answer) {
      for (const [id, result] of Object.entries(answer.done)) {
        const p = pending.get(id);
        if (!p || (result.ok && !takePage(p, result))) continue;
        pending.delete(id);
        acks.push(id);
        p.resolve(result.ok ? { columns: p.columns, rows: p.rows } : result);
      }
    },
    failAll(error) {
      const lost = [...pending.values()];
      pending.clear();
      cancels = [];
      for (const p of lost) p.reject(error);
    },
  };
}

function newPending(work: DriverWork): Omit<Pending, "resolve" | "reject"> {
  return { work, submitted: false, columns: [], rows: [], from: 0 };
}

/** Adds a page that is the one asked for; true when it was the last. */
function takePage(p: Pending, page: WorkPage): boolean {
  if (page.from !== p.from) return false;
  p.columns = page.columns;
  for (const row of page.rows) p.rows.push(row);
  p.from = page.next ?? p.from;
  return page.next === undefined;
}
