import type { EngineEvent } from "./engine-event.ts";
import { nodeLine, type LinePosition } from "./node-line.ts";

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

const levelOfTest = { pass: "info", warn: "warn", fail: "error", error: "error" } as const;
const colorOfTest = { pass: "green", warn: "yellow", fail: "red", error: "red" } as const;
const wordOfFreshness = {
  pass: "PASS",
  warn: "WARN",
  error: "ERROR STALE",
  "runtime error": "ERROR",
} as const;
