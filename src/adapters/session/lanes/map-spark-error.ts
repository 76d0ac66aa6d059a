import type { EngineError } from "../../../errors/engine-error.ts";
import { pythonModelFailed, sparkError } from "../../../errors/session-errors.ts";
import type { WorkFailure } from "../../spark/driver-protocol.ts";

/** What follows Spark's own words: the plan, Java frames, Py4J's. */
const NOISE = /\n\s*(?:at |\tat |== SQL ==|'?[A-Z]\w+ .*\n\+- |JVM stacktrace:|Caused by:)[\s\S]*$/;
const PLACE = /\bline (\d+)(?:,)? pos(?:ition)? (\d+)/;

/**
 * Spark's error as the user should read it: its own message and the failing line, not the trace.
 *
 * @param sql - the statement, or a Python model's code
 */
export function mapSparkError(failure: WorkFailure, sql: string): EngineError {
  const message = withoutTrace(failure.cause ?? failure.message ?? "no message");
  if (failure.line !== undefined)
    return pythonModelFailed(`${failure.name ?? "Error"}: ${message}`, failure.line, sql);
  const at = PLACE.exec(failure.message ?? "");
  const line = at ? sql.split("\n")[Number(at[1]) - 1] : undefined;
  return sparkError({
    name: failure.name ?? "Error",
    message: line === undefined ? message : `${message}\n  line ${at?.[1] ?? ""}: ${line.trim()}`,
    errorClass: failure.errorClass ?? undefined,
    place: at ? { path: "statement", line: Number(at[1]), column: Number(at[2]) + 1 } : undefined,
  });
}

function withoutTrace(raw: string): string {
  return raw
    .replace(/^(?:[\w.$]+(?:Exception|Error)): /, "")
    .replace(NOISE, "")
    .trim();
}
