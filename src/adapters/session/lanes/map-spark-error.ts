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
  const { name = "Error", message: told = "", line, errorClass } = failure;
  const message = withoutTrace(failure.cause ?? (told === "" ? "no message" : told));
  if (line !== undefined) return pythonModelFailed(`${name}: ${message}`, line, sql);
  const place = placeIn(told);
  return sparkError({
    name,
    message: place ? withLine(message, sql, place.line) : message,
    errorClass: errorClass ?? undefined,
    place: place && { path: "statement", ...place },
  });
}

function placeIn(message: string): { readonly line: number; readonly column: number } | undefined {
  const at = PLACE.exec(message);
  return at ? { line: Number(at[1]), column: Number(at[2]) + 1 } : undefined;
}

function withLine(message: string, sql: string, line: number): string {
  const text = sql.split("\n")[line - 1];
  return text === undefined ? message : `${message}\n  line ${line}: ${text.trim()}`;
}

function withoutTrace(raw: string): string {
  return raw
    .replace(/^(?:[\w.$]+(?:Exception|Error)): /, "")
    .replace(NOISE, "")
    .trim();
}
