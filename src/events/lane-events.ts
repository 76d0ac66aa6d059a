import type { EngineEvent, NodeInfo } from "./engine-event.ts";
import { formatOutputLine } from "./output-line.ts";

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

function debugEvent(name: string, code: string, message: string, node: NodeInfo): EngineEvent {
  return { name, code, level: "debug", message, node };
}
