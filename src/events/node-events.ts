import { createdLine, outcomeData, type NodeOutcome } from "./created-line.ts";
import type { EngineEvent } from "./engine-event.ts";
import { nodeLine, type LinePosition } from "./node-line.ts";

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
