import type { StepTiming } from "./step-timing.ts";
import type {
  DriverWork,
  StepAnswer,
  StepRequest,
  WorkFailure,
  WorkPage,
} from "../../spark/driver-protocol.ts";

export interface WorkRows {
  readonly columns: WorkPage["columns"];
  readonly rows: readonly (readonly unknown[])[];
}

/** The session went away. `mayHaveRun` false says that the work certainly did not run. */
export interface WorkLost {
  readonly lost: true;
  readonly mayHaveRun: boolean;
  readonly reason: string;
}

export type WorkOutcome = WorkRows | WorkFailure | WorkLost;

interface Pending {
  readonly work: DriverWork;
  /** It is in a request; `accepted`: in one that the session has answered. */
  submitted: boolean;
  accepted: boolean;
  columns: WorkPage["columns"];
  readonly rows: (readonly unknown[])[];
  /** Row from which on the rest is wanted. */
  from: number;
  resolve(result: WorkOutcome): void;
  reject(error: unknown): void;
}

/** Characters of rows in one answer: far below what a statement's output may hold. */
const ROW_BUDGET = 400_000;

/** The work that the session owes a result for, and what the next step has to tell it. */
export interface PendingWork {
  readonly isEmpty: boolean;
  add(work: DriverWork): Promise<WorkOutcome>;
  cancel(id: string): void;
  close(lane: string): void;
  /** The next step, with all that is new. */
  takeRequest(timing: Pick<StepTiming, "wait" | "linger">): StepRequest;
  /**
   * Hands results to whoever waits for them; long ones stay until their last page. True says that
   * the interpreter was restarted, and with it all lanes.
   */
  settle(answer: StepAnswer): boolean;
  /** Ends all work, because its session is gone. */
  loseAll(accepted: boolean, reason: string): void;
  /** Ends all work with an error; what may be running is cancelled with the next step. */
  failAll(error: unknown): void;
}

export function createPendingWork(): PendingWork {
  const pending = new Map<string, Pending>();
  let news = NO_NEWS;
  const takeAll = (): Pending[] => {
    const all = [...pending.values()];
    pending.clear();
    return all;
  };
  return {
    get isEmpty() {
      return pending.size === 0 && news.cancel.length === 0;
    },
    add: (work) =>
      new Promise((resolve, reject) => {
        pending.set(work.id, { ...newPending(work), resolve, reject });
      }),
    cancel(id) {
      if (pending.has(id)) news = { ...news, cancel: [...news.cancel, id] };
    },
    close(lane) {
      news = { ...news, close: [...news.close, lane] };
    },
    takeRequest(timing) {
      const request = requestOf(pending, news, timing);
      news = NO_NEWS;
      return request;
    },
    settle(answer) {
      for (const p of pending.values()) p.accepted ||= p.submitted;
      for (const [id, result] of Object.entries(answer.done)) {
        const p = pending.get(id);
        if (!p || (result.ok && !takePage(p, result))) continue;
        pending.delete(id);
        news = { ...news, ack: [...news.ack, id] };
        p.resolve(outcomeOf(p, result));
      }
      return Object.values(answer.done).some((result) => !result.ok && result.unknown === true);
    },
    loseAll(accepted, reason) {
      news = NO_NEWS;
      for (const p of takeAll())
        p.resolve({ lost: true, mayHaveRun: p.accepted || (p.submitted && accepted), reason });
    },
    failAll(error) {
      const all = takeAll();
      const abandoned = all.filter((p) => p.submitted).map((p) => p.work.id);
      news = { ...news, cancel: [], abandoned: [...news.abandoned, ...abandoned] };
      for (const p of all) p.reject(error);
    },
  };
}

/** What the next step has to tell beside the work. Only cancels are a reason for a step of their own. */
interface News {
  readonly cancel: readonly string[];
  readonly close: readonly string[];
  readonly ack: readonly string[];
  /** Work that nobody waits for any more, to be cancelled too. */
  readonly abandoned: readonly string[];
}

const NO_NEWS: News = { cancel: [], close: [], ack: [], abandoned: [] };

function requestOf(
  pending: ReadonlyMap<string, Pending>,
  { cancel, close, ack, abandoned }: News,
  timing: Pick<StepTiming, "wait" | "linger">,
): StepRequest {
  const fresh = [...pending.values()].filter((p) => !p.submitted);
  for (const p of fresh) p.submitted = true;
  return {
    submit: fresh.map((p) => p.work),
    cancel: [...cancel, ...abandoned],
    close,
    ack,
    waiting: [...pending.keys()],
    pages: Object.fromEntries([...pending].map(([id, p]) => [id, p.from])),
    wait: timing.wait(pending.size, fresh.length > 0),
    linger: timing.linger(),
    budget: ROW_BUDGET,
  };
}

function newPending(work: DriverWork): Omit<Pending, "resolve" | "reject"> {
  return { work, submitted: false, accepted: false, columns: [], rows: [], from: 0 };
}

/** An interpreter that has never heard of work it was given was restarted meanwhile. */
function outcomeOf(p: Pending, result: WorkPage | WorkFailure): WorkOutcome {
  if (result.ok) return { columns: p.columns, rows: p.rows };
  if (result.unknown !== true) return result;
  return { lost: true, mayHaveRun: true, reason: "its interpreter was restarted" };
}

/** Adds a page that is the one asked for; true when it was the last. */
function takePage(p: Pending, page: WorkPage): boolean {
  if (page.from !== p.from) return false;
  p.columns = page.columns;
  for (const row of page.rows) p.rows.push(row);
  p.from = page.next ?? p.from;
  return page.next === undefined;
}
