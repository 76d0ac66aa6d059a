import type { JsonObject } from "../util/json.ts";
import type { EngineEvent, EventLevel, EventTone, NodeInfo } from "./engine-event.ts";
import { formatOutputLine } from "./output-line.ts";

/** Where a node stands in the run, and how wide its line is (`--printer-width`). */
export interface LinePosition {
  readonly index: number;
  readonly total: number;
  readonly width: number;
  readonly node?: NodeInfo | undefined;
}

export interface NodeOutcome {
  /** `sql view model s.n`, `snapshot s.n`, ...: what LogStartLine said. */
  readonly description: string;
  readonly status: string;
  /** The adapter's word for it: `OK`, `INSERT 3`. */
  readonly message: string;
  readonly executionSeconds: number;
}

/** `1 of 5 START sql view model s.n ... [RUN]` */
export function logStartLine(at: LinePosition, description: string): EngineEvent {
  const said = { info: `START ${description}`, status: "RUN" };
  return nodeLine({ name: "LogStartLine", code: "Q011", level: "info" }, at, said, { description });
}

/** `OK created sql view model s.n`; status `error`, `PARTIAL SUCCESS (2/3)` or the adapter's message. */
export function logModelResult(at: LinePosition, outcome: NodeOutcome): EngineEvent {
  return createdLine({ name: "LogModelResult", code: "Q012" }, at, outcome);
}

/** `OK created function s.n` */
export function logFunctionResult(at: LinePosition, outcome: NodeOutcome): EngineEvent {
  return createdLine({ name: "LogFunctionResult", code: "Q047" }, at, outcome);
}

/** `OK snapshotted snapshot s.n` */
export function logSnapshotResult(at: LinePosition, outcome: NodeOutcome): EngineEvent {
  const failed = outcome.status === "error";
  const info = `${failed ? "ERROR snapshotting" : "OK snapshotted"} ${outcome.description}`;
  return nodeLine(
    { name: "LogSnapshotResult", code: "Q015", level: failed ? "error" : "info" },
    at,
    { info, status: failed ? "ERROR" : outcome.message, color: failed ? "red" : "green" },
    outcomeData(outcome),
  );
}

/** `OK loaded seed file s.n`; `description` is the relation, `s.n`. */
export function logSeedResult(at: LinePosition, outcome: NodeOutcome): EngineEvent {
  const failed = outcome.status === "error";
  const info = `${failed ? "ERROR loading" : "OK loaded"} seed file ${outcome.description}`;
  return nodeLine(
    { name: "LogSeedResult", code: "Q016", level: failed ? "error" : "info" },
    at,
    { info, status: failed ? "ERROR" : outcome.message, color: failed ? "red" : "green" },
    outcomeData(outcome),
  );
}

/** `PASS name`, `FAIL 3 name`, `WARN 1 name` or `ERROR name`. */
export function logTestResult(
  at: LinePosition,
  test: {
    readonly name: string;
    readonly status: "pass" | "fail" | "warn" | "error";
    readonly failures: number | null;
    readonly executionSeconds: number;
  },
): EngineEvent {
  const counted = test.status === "fail" || test.status === "warn";
  const word = test.status.toUpperCase() + (counted ? ` ${test.failures ?? 0}` : "");
  return nodeLine(
    { name: "LogTestResult", code: "Q007", level: levelOfTest[test.status] },
    at,
    { info: `${word} ${test.name}`, status: word, color: colorOfTest[test.status] },
    {
      name: test.name,
      status: test.status,
      num_failures: test.failures,
      execution_time: test.executionSeconds,
    },
  );
}

/** `PASS freshness of source.table`, `ERROR STALE ...`. */
export function logFreshnessResult(
  at: LinePosition,
  source: {
    readonly sourceName: string;
    readonly tableName: string;
    readonly status: "pass" | "warn" | "error" | "runtime error";
    readonly executionSeconds: number;
  },
): EngineEvent {
  const word = wordOfFreshness[source.status];
  const level = source.status === "pass" ? "info" : source.status === "warn" ? "warn" : "error";
  return nodeLine(
    { name: "LogFreshnessResult", code: "Q018", level },
    at,
    {
      info: `${word} freshness of ${source.sourceName}.${source.tableName}`,
      status: word,
      color: level === "info" ? "green" : level === "warn" ? "yellow" : "red",
    },
    {
      source_name: source.sourceName,
      table_name: source.tableName,
      status: source.status,
      execution_time: source.executionSeconds,
    },
  );
}

/** `NO-OP exposure name`: nodes of a build that there is nothing to do for. */
export function logNoOpResult(
  at: LinePosition,
  description: string,
  executionSeconds: number,
): EngineEvent {
  return nodeLine(
    { name: "LogNodeNoOpResult", code: "Q019", level: "info" },
    at,
    { info: `NO-OP ${description}`, status: "NO-OP", color: "yellow" },
    { description, execution_time: executionSeconds },
  );
}

/** `SKIP relation s.n`, or `SKIP test name` for what has no relation. */
export function logSkippedNode(
  at: LinePosition,
  skipped: { readonly resourceType: string; readonly schema: string; readonly name: string },
): EngineEvent {
  const what = ["model", "seed", "snapshot"].includes(skipped.resourceType)
    ? `relation ${skipped.schema}.${skipped.name}`
    : `${skipped.resourceType} ${skipped.name}`;
  return nodeLine(
    { name: "SkippingDetails", code: "Q034", level: "info" },
    at,
    { info: `SKIP ${what}`, status: "SKIP", color: "yellow" },
    { resource_type: skipped.resourceType, schema: skipped.schema, node_name: skipped.name },
  );
}

/** A node that is skipped because an ephemeral parent did not compile. */
export function logSkipBecauseError(
  at: LinePosition,
  skipped: { readonly schema: string; readonly relation: string; readonly status: string },
): EngineEvent {
  const info = `SKIP relation ${skipped.schema}.${skipped.relation} due to ephemeral model status '${skipped.status}'`;
  return nodeLine(
    { name: "LogSkipBecauseError", code: "Z034", level: "error" },
    at,
    { info, status: "ERROR SKIP", color: "red" },
    { ...skipped },
  );
}

/** `START hook: pkg.on-run-start.0` */
export function logHookStartLine(at: LinePosition, statement: string): EngineEvent {
  const said = { info: `START hook: ${statement}`, status: "RUN", truncate: true };
  return nodeLine({ name: "LogHookStartLine", code: "Q032", level: "info" }, at, said, {
    statement,
  });
}

/** `OK hook: pkg.on-run-start.0` */
export function logHookEndLine(
  at: LinePosition,
  hook: {
    readonly statement: string;
    readonly status: "success" | "skipped" | "error";
    readonly executionSeconds: number;
  },
): EngineEvent {
  const word = hook.status === "success" ? "OK" : hook.status === "skipped" ? "SKIP" : "ERROR";
  const color = hook.status === "success" ? "green" : hook.status === "skipped" ? "yellow" : "red";
  return nodeLine(
    { name: "LogHookEndLine", code: "Q033", level: "info" },
    at,
    { info: `${word} hook: ${hook.statement}`, status: word, color, truncate: true },
    {
      statement: hook.statement,
      status: hook.status,
      execution_time: hook.executionSeconds,
    },
  );
}

/** `Batch 1 of 3 START batch 2024-01-01 of s.n` */
export function logStartBatch(at: LinePosition, description: string): EngineEvent {
  const event = nodeLine(
    { name: "LogStartBatch", code: "Q045", level: "info" },
    at,
    { info: `START ${description}`, status: "RUN" },
    { description, batch_index: at.index, total_batches: at.total },
  );
  return { ...event, message: `Batch ${event.message}` };
}

/** `Batch 1 of 3 OK created batch 2024-01-01 of s.n` */
export function logBatchResult(at: LinePosition, outcome: NodeOutcome): EngineEvent {
  const event = createdLine({ name: "LogBatchResult", code: "Q046" }, at, outcome);
  return { ...event, message: `Batch ${event.message}` };
}

/** `CANCEL query model.pkg.name` */
export function logCancelLine(connectionName: string, width: number): EngineEvent {
  return {
    name: "LogCancelLine",
    code: "Q022",
    level: "error",
    message: formatOutputLine({
      message: `CANCEL query ${connectionName}`,
      status: "CANCEL",
      width,
    }),
    tone: { words: "CANCEL", color: "red" },
    data: { conn_name: connectionName },
  };
}

/** For the log file: a lane took up the node. */
export function nodeStart(node: NodeInfo): EngineEvent {
  return debugEvent("NodeStart", "Q024", `Began running node ${node.unique_id}`, node);
}

export function nodeCompiling(node: NodeInfo): EngineEvent {
  return debugEvent("NodeCompiling", "Q030", `Began compiling node ${node.unique_id}`, node);
}

export function nodeExecuting(node: NodeInfo): EngineEvent {
  return debugEvent("NodeExecuting", "Q031", `Began executing node ${node.unique_id}`, node);
}

/** For the log file and the live area: the lane is free again. */
export function nodeFinished(node: NodeInfo): EngineEvent {
  return debugEvent("NodeFinished", "Q025", `Finished running node ${node.unique_id}`, node);
}

const levelOfTest = { pass: "info", warn: "warn", fail: "error", error: "error" } as const;
const colorOfTest = { pass: "green", warn: "yellow", fail: "red", error: "red" } as const;
const wordOfFreshness = {
  pass: "PASS",
  warn: "WARN",
  error: "ERROR STALE",
  "runtime error": "ERROR",
} as const;

interface Said {
  readonly info: string;
  readonly status: string;
  readonly color?: EventTone["color"];
  readonly truncate?: boolean;
}

function createdLine(
  kind: { readonly name: string; readonly code: string },
  at: LinePosition,
  outcome: NodeOutcome,
): EngineEvent {
  const { word, status, color } = creationWords(outcome);
  return nodeLine(
    { ...kind, level: color === "red" ? "error" : "info" },
    at,
    { info: `${word} ${outcome.description}`, status, color },
    outcomeData(outcome),
  );
}

function creationWords(outcome: NodeOutcome): {
  word: string;
  status: string;
  color: EventTone["color"];
} {
  if (outcome.status === "error") return { word: "ERROR creating", status: "ERROR", color: "red" };
  if (outcome.status === "skipped") return { word: "SKIP", status: "SKIPPED", color: "yellow" };
  if (outcome.status === "partial success") {
    return { word: "PARTIALLY created", status: outcome.message.toUpperCase(), color: "yellow" };
  }
  return { word: "OK created", status: outcome.message, color: "green" };
}

function outcomeData(outcome: NodeOutcome): JsonObject {
  return {
    description: outcome.description,
    status: outcome.status === "success" ? outcome.message : outcome.status,
    execution_time: outcome.executionSeconds,
  };
}

function nodeLine(
  kind: { readonly name: string; readonly code: string; readonly level: EventLevel },
  at: LinePosition,
  said: Said,
  data: JsonObject,
): EngineEvent {
  const seconds = data.execution_time;
  return {
    ...kind,
    message: formatOutputLine({
      message: said.info,
      status: said.status,
      index: at.index,
      total: at.total,
      executionSeconds: typeof seconds === "number" ? seconds : undefined,
      width: at.width,
      truncate: said.truncate ?? false,
    }),
    tone: said.color && { words: said.status, color: said.color },
    data: { ...data, index: at.index, total: at.total },
    node: at.node,
  };
}

function debugEvent(name: string, code: string, message: string, node: NodeInfo): EngineEvent {
  return { name, code, level: "debug", message, node };
}
