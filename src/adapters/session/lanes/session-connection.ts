import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, ExecuteOptions, QueryResult } from "../../../adapter/connection.ts";
import { laneClosed, statementInterrupted } from "../../../errors/adapter-errors.ts";
import { outcomeUnknown, sessionLostAgain } from "../../../errors/session-errors.ts";
import type { EngineError } from "../../../errors/engine-error.ts";
import type { DriverWork, WorkFailure } from "../../spark/driver-protocol.ts";
import { decodeCell } from "./decode-cell.ts";
import { createLaneJournal } from "./lane-journal.ts";
import type { LaneMultiplexer } from "./lane-multiplexer.ts";
import { mapSparkError } from "./map-spark-error.ts";
import type { WorkLost, WorkOutcome, WorkRows } from "./pending-work.ts";
import { statementKind } from "./statement-kind.ts";
import type { StatementKind } from "./statement-kind.ts";
import { mayRunAgain } from "./transient-spark-error.ts";

export interface SessionConnectionOptions {
  readonly multiplexer: LaneMultiplexer;
  /** Unique in the session. */
  readonly lane: string;
  /** Shown where a statement has no node. */
  readonly name: string;
  /** The current database of the lane. */
  readonly database: string;
  readonly nextId: () => string;
  /** Told when work for a node begins; what it returns, when it ends. */
  readonly account: (node: string) => () => void;
}

type Work = Omit<DriverWork, "id">;

/**
 * Settings of every lane. A location that an earlier, broken run has left files in is written over:
 * Python's dbt-glue has its users set the same.
 */
const LANE_CONF = { "spark.sql.legacy.allowNonEmptyLocationInCTAS": "true" };

/** How often a statement is tried that Spark failed for a reason that passes, or whose session went. */
const ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 400;
/** Milliseconds that a cancelled statement has to end by itself. */
const CANCEL_GRACE_MS = 1500;

/** One lane of a session. */
export function createSessionConnection(options: SessionConnectionOptions): Connection {
  const { multiplexer, lane } = options;
  const running = new Set<string>();
  let isClosed = false;
  const submit: Submit = async (id, work, signal) => {
    if (isClosed) throw laneClosed(options.name);
    running.add(id);
    const settle = options.account(work.description);
    try {
      return await untilCancelled(multiplexer.run({ id, ...work }), signal, () => {
        multiplexer.cancel(id);
      });
    } finally {
      settle();
      running.delete(id);
    }
  };
  const run = statementRunner(options, submit);
  const work = (kind: DriverWork["kind"], text: string, execute: ExecuteOptions): Work => ({
    lane,
    kind,
    text,
    description: execute.node ?? options.name,
    database: options.database,
    conf: LANE_CONF,
    ...(execute.limit === undefined ? {} : { limit: execute.limit }),
  });
  return {
    execute: (sql, execute = {}) => run(work("sql", sql, execute), execute.signal),
    executePython: (code, execute = {}) => run(work("python", code, execute), execute.signal),
    async stageRows(rows, execute = {}) {
      await run(work("rows", JSON.stringify(rows), execute), execute.signal);
    },
    cancel() {
      for (const id of running) multiplexer.cancel(id);
      return Promise.resolve();
    },
    close() {
      isClosed = true;
      multiplexer.closeLane(lane);
      return Promise.resolve();
    },
  };
}

/** Staged rows are a temporary view: making it twice makes it once. */
const STAGING: StatementKind = {
  isHarmless: true,
  isRepeatable: true,
  makesView: "staged rows",
  dropsView: undefined,
};

type Submit = (id: string, work: Work, signal: AbortSignal | undefined) => Promise<WorkOutcome>;

/** Runs a statement until it is done, or until trying it again would be of no use or would do harm. */
function statementRunner(
  { multiplexer, nextId }: SessionConnectionOptions,
  submit: Submit,
): (work: Work, signal: AbortSignal | undefined) => Promise<QueryResult> {
  const journal = createLaneJournal();
  let { losses } = multiplexer;
  /** A new session has none of the lane's temporary views. */
  const restoreLane = async (work: Work, signal: AbortSignal | undefined): Promise<void> => {
    if (losses === multiplexer.losses) return;
    ({ losses } = multiplexer);
    for (const made of journal.works()) await submit(nextId(), { ...work, ...made }, signal);
  };
  return async (work, signal) => {
    const kind = kindOf(work);
    journal.begin(work.description);
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw statementInterrupted(signal.reason);
      await restoreLane(work, signal);
      const id = nextId();
      const outcome = await submit(id, work, signal);
      if ("rows" in outcome) {
        journal.note(work, kind);
        return toQueryResult(outcome, id);
      }
      if (signal?.aborted) throw statementInterrupted(signal.reason);
      const error = whyNotAgain(outcome, work, kind, attempt < ATTEMPTS);
      if (error) throw error;
      if (!("lost" in outcome))
        await sleep(FIRST_BACKOFF_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  };
}

function kindOf({ kind, text }: Work): StatementKind {
  switch (kind) {
    case "sql":
      return statementKind(text);
    case "rows":
      return STAGING;
    case "python":
      // It may do anything.
      return { isHarmless: false, isRepeatable: false, makesView: undefined, dropsView: undefined };
  }
}

/** The error of a statement that is not tried again; undefined for one that is. */
function whyNotAgain(
  outcome: WorkFailure | WorkLost,
  work: Work,
  kind: StatementKind,
  anyLeft: boolean,
): EngineError | undefined {
  if ("lost" in outcome) {
    const { reason, mayHaveRun } = outcome;
    if (mayHaveRun && !kind.isHarmless) return outcomeUnknown(work.description, reason);
    return anyLeft ? undefined : sessionLostAgain(work.description, reason);
  }
  return anyLeft && mayRunAgain(outcome, kind) ? undefined : mapSparkError(outcome, work.text);
}

/** Cancels the work when the signal fires, and does not wait long for its end then. */
async function untilCancelled(
  outcome: Promise<WorkOutcome>,
  signal: AbortSignal | undefined,
  cancel: () => void,
): Promise<WorkOutcome> {
  if (!signal) return outcome;
  let onAbort = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    onAbort = () => {
      cancel();
      timer = setTimeout(() => {
        reject(statementInterrupted(signal.reason));
      }, CANCEL_GRACE_MS);
    };
  });
  // Whoever comes second is not waited for; its failure has been told already.
  outcome.catch(() => undefined);
  givenUp.catch(() => undefined);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([outcome, givenUp]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(timer);
  }
}

function toQueryResult(result: WorkRows, id: string): QueryResult {
  return {
    columns: result.columns,
    rows: result.rows.map((row) =>
      row.map((cell, i) => decodeCell(cell, result.columns[i]?.type ?? "string")),
    ),
    response: { _message: "OK", code: "OK", query_id: id },
  };
}
