import type { EngineEvent, NodeInfo } from "./engine-event.ts";

/** An empty line between the parts of the console's output. */
export function blankLine(level: "info" | "debug" = "info"): EngineEvent {
  return { name: "Formatting", code: "Z017", level, message: "", data: { msg: "" } };
}

/** `Found 3 models, 1 seed, 4 data tests`; the counts come in the order in which they show. */
export function foundStats(
  counts: readonly { readonly type: string; readonly count: number }[],
): EngineEvent {
  const line = counts
    .filter(({ count }) => count > 0)
    .map(({ type, count }) => pluralize(count, type).replaceAll("_", " "))
    .join(", ");
  return {
    name: "FoundStats",
    code: "W006",
    level: "info",
    message: `Found ${line}`,
    data: { stat_line: line },
  };
}

/** `Concurrency: 4 threads (target='dev')` */
export function concurrencyLine(threads: number, targetName: string): EngineEvent {
  return {
    name: "ConcurrencyLine",
    code: "Q027",
    level: "info",
    message: `Concurrency: ${threads} threads (target='${targetName}')`,
    data: { num_threads: threads, target_name: targetName },
  };
}

/**
 * `Finished running 2 table models, 1 view model in 0 hours 0 minutes and 1.23 seconds (1.23s).`
 *
 * @param types - one entry per result: `view model`, `seed`, `test`, `project hook`, ...
 */
export function finishedRunning(types: readonly string[], elapsedSeconds: number): EngineEvent {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const line = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => pluralize(count, type).replaceAll("_", " "))
    .join(", ");
  return {
    name: "FinishedRunningStats",
    code: "E047",
    level: "info",
    message: `Finished running ${line}${elapsedText(elapsedSeconds)} (${elapsedSeconds.toFixed(2)}s).`,
    data: { stat_line: line, execution_time: elapsedSeconds },
  };
}

/** The line that says how the run ended. */
export function endOfRunSummary(counts: {
  readonly errors: number;
  readonly warnings: number;
  readonly partialSuccesses: number;
  readonly interrupted: boolean;
}): EngineEvent {
  const { message, color } = summaryWords(counts);
  return {
    name: "EndOfRunSummary",
    code: "Z030",
    level: "info",
    message,
    tone: { words: message, color },
    data: {
      num_errors: counts.errors,
      num_warnings: counts.warnings,
      num_partial_success: counts.partialSuccesses,
      keyboard_interrupt: counts.interrupted,
    },
  };
}

/** `Done. PASS=4 WARN=0 ERROR=0 SKIP=0 NO-OP=0 REUSED=0 TOTAL=4` */
export function statsLine(stats: {
  readonly pass: number;
  readonly warn: number;
  readonly error: number;
  readonly skip: number;
  readonly noop: number;
  readonly reused: number;
  readonly total: number;
}): EngineEvent {
  return {
    name: "StatsLine",
    code: "Z023",
    level: "info",
    message: `Done. PASS=${stats.pass} WARN=${stats.warn} ERROR=${stats.error} SKIP=${stats.skip} NO-OP=${stats.noop} REUSED=${stats.reused} TOTAL=${stats.total}`,
    data: { stats },
  };
}

interface FailedNode {
  readonly resourceType: string;
  readonly name: string;
  readonly path: string;
  readonly node?: NodeInfo | undefined;
}

/** `[ERROR]: in test NAME (path)`: the head of a failure repeated at the end of the run. */
export function runResultFailure(failed: FailedNode): EngineEvent {
  return resultHead("RunResultFailure", "Z022", failed);
}

/** `[WARNING]: in test NAME (path)` */
export function runResultWarning(failed: FailedNode): EngineEvent {
  return resultHead("RunResultWarning", "Z021", failed);
}

/** The message of a failed node, indented under its head. */
export function runResultError(message: string, node?: NodeInfo): EngineEvent {
  return {
    name: "RunResultError",
    code: "Z024",
    level: "error",
    message: indent(message),
    data: { msg: message },
    node,
  };
}

export function runResultWarningMessage(message: string, node?: NodeInfo): EngineEvent {
  return {
    name: "RunResultWarningMessage",
    code: "Z046",
    level: "warn",
    message: `[WARNING]: ${message}`,
    data: { msg: message },
    node,
  };
}

/** `compiled code at target/compiled/...` */
export function sqlCompiledPath(path: string, node?: NodeInfo): EngineEvent {
  return {
    name: "SQLCompiledPath",
    code: "Z026",
    level: "info",
    message: `  compiled code at ${path}`,
    data: { path },
    node,
  };
}

/** Where a test with `store_failures` has left its rows. */
export function checkNodeTestFailure(relationName: string, node?: NodeInfo): EngineEvent {
  const query = `select * from ${relationName}`;
  const border = "-".repeat(query.length);
  return {
    name: "CheckNodeTestFailure",
    code: "Z027",
    level: "info",
    message: `  See test failures:\n  ${border}\n  ${query}\n  ${border}`,
    data: { relation_name: relationName },
    node,
  };
}

export function nothingToDo(): EngineEvent {
  const message = "Nothing to do. Try checking your model configs and model specification args";
  return { name: "NothingToDo", code: "Q035", level: "warn", message };
}

export function noNodesSelected(): EngineEvent {
  return { name: "NoNodesSelected", code: "Q038", level: "warn", message: "No nodes selected!" };
}

/** `--state` names the folder that this very command writes to. */
export function warnStateTargetEqual(folder: string): EngineEvent {
  return {
    name: "WarnStateTargetEqual",
    code: "I072",
    level: "warn",
    message: `The state is compared with itself: "${folder}" is the target folder of this command.`,
  };
}

function resultHead(
  name: "RunResultFailure" | "RunResultWarning",
  code: string,
  failed: FailedNode,
): EngineEvent {
  const isWarning = name === "RunResultWarning";
  const word = isWarning ? "WARNING" : "ERROR";
  return {
    name,
    code,
    level: isWarning ? "warn" : "error",
    message: `[${word}]: in ${failed.resourceType} ${failed.name} (${failed.path})`,
    tone: { words: word, color: isWarning ? "yellow" : "red" },
    data: { resource_type: failed.resourceType, node_name: failed.name, path: failed.path },
    node: failed.node,
  };
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}

function summaryWords(counts: Parameters<typeof endOfRunSummary>[0]): {
  message: string;
  color: "green" | "yellow" | "red";
} {
  const warnings = pluralize(counts.warnings, "warning");
  const partial = `${counts.partialSuccesses} partial ${counts.partialSuccesses === 1 ? "success" : "successes"}`;
  if (counts.interrupted) {
    return { message: "Exited because of keyboard interrupt", color: "yellow" };
  }
  if (counts.errors > 0) {
    const errors = pluralize(counts.errors, "error");
    return { message: `Completed with ${errors}, ${partial}, and ${warnings}:`, color: "red" };
  }
  if (counts.partialSuccesses > 0) {
    return { message: `Completed with ${partial} and ${warnings}`, color: "yellow" };
  }
  if (counts.warnings > 0) return { message: `Completed with ${warnings}:`, color: "yellow" };
  return { message: "Completed successfully", color: "green" };
}

function elapsedText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return ` in ${hours} hours ${minutes} minutes and ${(seconds % 60).toFixed(2)} seconds`;
}

/** dbt's plurals; a test is a "data test" only in the plural. */
function pluralize(count: number, word: string): string {
  if (count === 1) return `1 ${word}`;
  return `${count} ${PLURALS[word] ?? `${word}s`}`;
}

const PLURALS: Readonly<Record<string, string>> = {
  analysis: "analyses",
  saved_query: "saved_queries",
  test: "data_tests",
};
