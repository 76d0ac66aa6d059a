import { createNodeContext } from "../context/create-node-context.ts";
import type { Invocation } from "../context/invocation.ts";
import { openLanes } from "../context/open-lanes.ts";
import type { Lane } from "../context/statements.ts";
import { macroArguments } from "../context/macro-arguments.ts";
import { EngineError } from "../errors/engine-error.ts";
import { macroNotFound } from "../errors/macro-errors.ts";
import { renderError } from "../errors/render-error.ts";
import { note } from "../events/main-events.ts";
import { formatOutputLine } from "../events/output-line.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import type { RunResult } from "../manifest/run-result.ts";
import type { JsonObject } from "../util/json.ts";
import { createEngine } from "./engine/create-engine.ts";
import { findMacro } from "./engine/find-macro.ts";
import { inlineOperation } from "./inline-operation.ts";
import type { RunEngine } from "./engine/run-engine.ts";
import { isInterruption } from "./results/is-interruption.ts";
import type { RunOutcome } from "./run-outcome.ts";
import { startStopwatch, type Stopwatch } from "./results/stopwatch.ts";

export type OperationRequest =
  | {
      readonly kind: "macro";
      readonly macro: string;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "sql"; readonly sql: string };

/**
 * `run-operation`: calls one macro (`name` or `package.name`), or runs one statement. A macro that
 * is not there rejects; a macro that fails gives a result with status `error`.
 */
export async function runOperation(
  invocation: Invocation,
  request: OperationRequest,
): Promise<RunOutcome> {
  const engine = createEngine(invocation);
  const subject =
    request.kind === "macro"
      ? expectMacro(engine, request.macro)
      : inlineOperation(invocation, request.sql);
  const watch = startStopwatch(invocation.now);
  await watch.time("compile", () => Promise.resolve());
  const lanes = openLanes(invocation.adapter, 1);
  try {
    const done = await watch.time("execute", () =>
      request.kind === "macro" && subject.resource_type === "macro"
        ? attempt(() => callMacro(engine, subject, request.args, lanes.master))
        : attempt(() => runSql(engine, subject, lanes.master)),
    );
    const result = operationResult(subject.unique_id, done, watch);
    if (request.kind === "sql") announceSql(invocation, result);
    return { results: [result], compiled: new Map(), elapsedSeconds: watch.seconds() };
  } finally {
    await lanes.close();
  }
}

function expectMacro({ invocation }: RunEngine, name: string): MacroNode {
  const macro = findMacro(invocation.manifest, name);
  if (!macro.name.startsWith("materialization_")) return macro;
  throw macroNotFound(name);
}

interface Done {
  readonly response: JsonObject;
  readonly error?: string;
}

async function attempt(work: () => Promise<JsonObject>): Promise<Done> {
  try {
    return { response: await work() };
  } catch (error) {
    if (!(error instanceof EngineError) || isInterruption(error)) throw error;
    return { response: {}, error: renderError(error) };
  }
}

async function callMacro(
  engine: RunEngine,
  macro: MacroNode,
  args: Readonly<Record<string, unknown>>,
  lane: Lane,
): Promise<JsonObject> {
  await createNodeContext(engine.skeleton, macro, { lane }).call(macro, macroArguments(args));
  return {};
}

async function runSql(
  engine: RunEngine,
  subject: ReturnType<typeof inlineOperation> | MacroNode,
  lane: Lane,
): Promise<JsonObject> {
  const { events, runtime } = engine.invocation;
  const width = runtime.flags.printerWidth;
  const line = {
    message: "START executing inline_query",
    status: "RUN",
    index: 1,
    total: 1,
    width,
  };
  events.emit(note(formatOutputLine(line)));
  const context = createNodeContext(engine.skeleton, subject, { lane });
  const sql = "raw_code" in subject ? subject.raw_code : "";
  const { response } = await context.statements.execute(await context.render(sql));
  return { ...response };
}

function operationResult(id: string, done: Done, watch: Stopwatch): RunResult {
  const failed = done.error !== undefined;
  return {
    status: failed ? "error" : "success",
    timing: [...watch.timing],
    thread_id: "MainThread",
    execution_time: watch.seconds(),
    adapter_response: done.response,
    message: done.error ?? null,
    failures: failed ? 1 : 0,
    unique_id: id,
    compiled: false,
    compiled_code: null,
    relation_name: null,
    batch_results: null,
  };
}

function announceSql({ events, runtime }: Invocation, result: RunResult): void {
  const failed = result.status === "error";
  const message = result.adapter_response._message;
  const line = formatOutputLine({
    message: `${failed ? "ERROR" : "OK"} executing inline_query`.replace(
      "OK executing",
      "OK executed",
    ),
    status: failed ? "ERROR" : typeof message === "string" ? message : "OK",
    index: 1,
    total: 1,
    executionSeconds: result.execution_time,
    width: runtime.flags.printerWidth,
  });
  events.emit(note(line));
}
