import { setTimeout as sleep } from "node:timers/promises";
import type { Adapter } from "../../adapter/adapter.ts";
import type {
  Connection,
  ExecuteOptions,
  QueryResult,
  StagedRows,
} from "../../adapter/connection.ts";
import type {
  DriverWork,
  StepAnswer,
  StepRequest,
  WorkFailure,
  WorkPage,
} from "../../adapters/spark/driver-protocol.ts";
import { EngineError } from "../../errors/engine-error.ts";
import type { Place } from "../../errors/place.ts";
import { encodeCell } from "./encode-cell.ts";

type WorkResult = WorkFailure | { readonly ok: true; readonly result: QueryResult };

interface Lane {
  readonly connection: Promise<Connection>;
  /** Its work, in order. */
  tail: Promise<void>;
  /** The current database that it was given. */
  database?: string;
}

/** What the Python driver does, on the embedded engine: lanes, work ids, results until acked. */
export function createEmbeddedDriver(adapter: Adapter): {
  step(request: StepRequest): Promise<StepAnswer>;
  close(): Promise<void>;
} {
  const lanes = new Map<string, Lane>();
  const results = new Map<string, WorkResult>();
  const known = new Map<string, AbortController>();
  let changed = deferred();

  const finish = (id: string, result: WorkResult): void => {
    results.set(id, result);
    changed.resolve();
    changed = deferred();
  };
  const laneOf = (name: string): Lane => {
    let lane = lanes.get(name);
    if (!lane) {
      lane = { connection: adapter.connect(name), tail: Promise.resolve() };
      lanes.set(name, lane);
    }
    return lane;
  };
  const submit = (work: DriverWork): void => {
    if (known.has(work.id)) return;
    const abort = new AbortController();
    known.set(work.id, abort);
    const lane = laneOf(work.lane);
    lane.tail = lane.tail.then(async () => {
      await useDatabase(lane, work.database);
      finish(work.id, await runWork(await lane.connection, work, abort.signal));
    });
  };
  const closeLane = async (name: string): Promise<void> => {
    const lane = lanes.get(name);
    lanes.delete(name);
    await lane?.tail;
    await (await lane?.connection)?.close();
  };
  return {
    async step(request) {
      for (const id of request.ack) results.delete(id);
      for (const work of request.submit) submit(work);
      cancelWork(request, known);
      for (const name of request.close) await closeLane(name);
      await waitForResult(request, results, () => changed.promise);
      return { done: answerOf(request, results, known), pinned: true };
    },
    async close() {
      for (const abort of known.values()) abort.abort();
      await Promise.all([...lanes.keys()].map(closeLane));
    },
  };
}

function cancelWork(
  { cancel, abandon = [] }: StepRequest,
  known: ReadonlyMap<string, AbortController>,
): void {
  const isAbandoned = (id: string): boolean => abandon.some((run) => id.startsWith(`${run}_`));
  for (const [id, abort] of known) if (cancel.includes(id) || isAbandoned(id)) abort.abort();
}

/** Once: a USE of the user's own stays. The database may be missing until it is created. */
async function useDatabase(lane: Lane, name: string | undefined): Promise<void> {
  if (name === undefined || name === lane.database) return;
  const connection = await lane.connection;
  await connection.execute(`use \`${name.replaceAll("`", "``")}\``).then(
    () => (lane.database = name),
    () => undefined,
  );
}

/** Until something that the client waits for is there, or its patience is over. */
async function waitForResult(
  { waiting, wait }: StepRequest,
  results: ReadonlyMap<string, unknown>,
  nextResult: () => Promise<void>,
): Promise<void> {
  const end = Date.now() + wait * 1000;
  while (waiting.length > 0 && !waiting.some((id) => results.has(id))) {
    const left = end - Date.now();
    if (left <= 0) return;
    await Promise.race([nextResult(), sleep(left, undefined, { ref: false })]);
  }
}

async function runWork(
  connection: Connection,
  work: DriverWork,
  signal: AbortSignal,
): Promise<WorkResult> {
  try {
    signal.throwIfAborted();
    const options = { signal, ...(work.limit === undefined ? {} : { limit: work.limit }) };
    return { ok: true, result: await execute(connection, work, options) };
  } catch (error) {
    return failureOf(error);
  }
}

async function execute(
  connection: Connection,
  { kind, text }: DriverWork,
  options: ExecuteOptions,
): Promise<QueryResult> {
  switch (kind) {
    case "sql":
      return connection.execute(text, options);
    case "python":
      return connection.executePython(text, options);
    case "rows":
      await connection.stageRows(JSON.parse(text) as StagedRows, options); // our own client wrote it
      return { columns: [], rows: [], response: { _message: "OK" } };
  }
}

function failureOf(error: unknown): WorkFailure {
  if (error instanceof EngineError)
    return {
      ok: false,
      name: "AnalysisException",
      message: `${error.message}${placeText(error.place)}`,
      errorClass: error.code,
    };
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, name: "Py4JJavaError", message };
}

/** Where Spark puts the place: at the message's end, columns from 0. */
function placeText(place: Place | undefined): string {
  if (place?.line === undefined) return "";
  return `; line ${place.line} pos ${(place.column ?? 1) - 1}`;
}

function answerOf(
  request: StepRequest,
  results: ReadonlyMap<string, WorkResult>,
  known: ReadonlyMap<string, unknown>,
): Record<string, WorkPage | WorkFailure> {
  const done: Record<string, WorkPage | WorkFailure> = {};
  let budget = request.budget;
  for (const id of request.waiting) {
    const result = results.get(id);
    if (!result) {
      if (!known.has(id)) done[id] = { ok: false, unknown: true };
    } else if (!result.ok) {
      done[id] = result;
    } else {
      const page = pageOf(result.result, request.pages[id] ?? 0, budget);
      done[id] = page.answer;
      budget = Math.max(budget - page.used, 0);
    }
  }
  return done;
}

/** As many rows as fit into the budget, at least one. */
function pageOf(
  result: QueryResult,
  from: number,
  budget: number,
): { answer: WorkPage; used: number } {
  const rows: unknown[][] = [];
  let used = 0;
  for (const row of result.rows.slice(from)) {
    const cells = row.map((cell, i) => encodeCell(cell, result.columns[i]?.type ?? "string"));
    const size = JSON.stringify(cells).length;
    if (rows.length > 0 && used + size > budget) break;
    rows.push(cells);
    used += size;
  }
  const end = from + rows.length;
  const answer: WorkPage = { ok: true, columns: result.columns, rows, from };
  return { answer: end < result.rows.length ? { ...answer, next: end } : answer, used };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
