import { createdLine, type NodeOutcome } from "./created-line.ts";
import type { EngineEvent } from "./engine-event.ts";
import { nodeLine, type LinePosition } from "./node-line.ts";

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

/** Why a batch failed: its result says only that it did. */
export function exceptionOnRun(uniqueId: string, text: string): EngineEvent {
  return {
    name: "GenericExceptionOnRun",
    code: "W004",
    level: "error",
    message: `Unhandled error while executing ${uniqueId}\n${text}`,
    data: { unique_id: uniqueId, exc: text },
  };
}
