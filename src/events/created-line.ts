import type { JsonObject } from "../util/json.ts";
import type { EngineEvent, EventTone } from "./engine-event.ts";
import { nodeLine, type LinePosition } from "./node-line.ts";

export interface NodeOutcome {
  /** `sql view model s.n`, `snapshot s.n`, ...: what LogStartLine said. */
  readonly description: string;
  readonly status: string;
  /** The adapter's word for it: `OK`, `INSERT 3`. */
  readonly message: string;
  readonly executionSeconds: number;
}

/** `OK created ...`, `ERROR creating ...`, `PARTIALLY created ...` or `SKIP ...`. */
export function createdLine(
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

/** What JSON logs say of an outcome. */
export function outcomeData(outcome: NodeOutcome): JsonObject {
  return {
    description: outcome.description,
    status: outcome.status === "success" ? outcome.message : outcome.status,
    execution_time: outcome.executionSeconds,
  };
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
