import type { EngineEvent, NodeInfo } from "../../events/engine-event.ts";
import { logTestResult } from "../../events/check-events.ts";
import {
  logFunctionResult,
  logModelResult,
  logNoOpResult,
  logSeedResult,
  logSnapshotResult,
  logStartLine,
} from "../../events/node-events.ts";
import type { LinePosition } from "../../events/node-line.ts";
import type { RunResult } from "../../manifest/run-result.ts";
import { describeNode, relationOf, testName } from "./describe-node.ts";
import type { Runnable } from "./node-info.ts";

/** Where a node stands in the run. */
export interface Position {
  readonly index: number;
  readonly total: number;
  readonly width: number;
}

/** The line that says that work on a node begins; nodes with nothing to do have none. */
export function startLine(node: Runnable, at: Position, info: NodeInfo): EngineEvent | undefined {
  if (node.resource_type === "exposure" || node.resource_type === "saved_query") return undefined;
  return logStartLine({ ...at, node: info }, describeNode(node));
}

/** The line that says how it went. */
export function endLine(
  node: Runnable,
  result: RunResult,
  position: Position,
  info: NodeInfo,
): EngineEvent {
  const at: LinePosition = { ...position, node: info };
  const outcome = {
    description: describeNode(node),
    status: result.status,
    message: result.message ?? "",
    executionSeconds: result.execution_time,
  };
  switch (node.resource_type) {
    case "seed":
      return logSeedResult(at, { ...outcome, description: relationOf(node) });
    case "snapshot":
      return logSnapshotResult(at, { ...outcome, description: relationOf(node) });
    case "function":
      return logFunctionResult(at, { ...outcome, message: result.status.toUpperCase() });
    case "test":
    case "unit_test":
      return logTestResult(at, {
        name: testName(node),
        status: testStatus(result),
        failures: result.failures,
        executionSeconds: result.execution_time,
      });
    case "exposure":
    case "saved_query":
      return logNoOpResult(at, outcome.description, result.execution_time);
    default:
      return logModelResult(at, outcome);
  }
}

function testStatus({ status }: RunResult): "pass" | "fail" | "warn" | "error" {
  return status === "pass" || status === "fail" || status === "warn" ? status : "error";
}
