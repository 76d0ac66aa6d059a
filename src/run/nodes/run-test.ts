import type { Flags } from "../../config/flags.ts";
import type { AgateTable } from "../../context/agate-table.ts";
import type { ContextOptions } from "../../context/node-context.ts";
import { configText } from "../../context/node-facts.ts";
import {
  mainNotRun,
  testResultNotBoolean,
  testResultShape,
} from "../../errors/materialization-errors.ts";
import { warningFate } from "../../events/warn-policy.ts";
import type { TestNode } from "../../manifest/nodes.ts";
import { isDecimalObject } from "../../context/decimal-object.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { Executed } from "../results/executed.ts";
import { runTestMaterialization } from "./materialize.ts";
import type { RunEngine } from "../engine/run-engine.ts";

/** Data tests: counts failures, and decides by severity, `error_if` and `warn_if`. */
export async function runTest(
  engine: RunEngine,
  node: TestNode,
  options: ContextOptions,
): Promise<Executed> {
  const context = await runTestMaterialization(engine, node, options);
  const main = context.results.read("main");
  if (!main) throw mainNotRun("test");
  const counted = readCounts(node, main.table);
  const verdict = judge(node, counted, engine.invocation.runtime.flags);
  return { ...verdict, response: { ...main.response } };
}

interface Counts {
  readonly failures: number;
  readonly shouldWarn: boolean;
  readonly shouldError: boolean;
}

function readCounts(node: TestNode, { columnNames, rows }: AgateTable): Counts {
  const [row] = rows;
  if (!row || rows.length !== 1 || columnNames.length !== 3) {
    throw testResultShape(node.unique_id, rows.length, columnNames.length);
  }
  const read = (name: string): unknown =>
    row[columnNames.findIndex((column) => column.toLowerCase() === name)];
  return {
    failures: wholeNumber(node, read("failures")),
    shouldWarn: booleanOf(node, "should_warn", read("should_warn")),
    shouldError: booleanOf(node, "should_error", read("should_error")),
  };
}

function wholeNumber(node: TestNode, value: unknown): number {
  const number = isDecimalObject(value)
    ? Number(value.decimal)
    : value instanceof PyFloat
      ? value.value
      : value === null
        ? Number.NaN
        : Number(value);
  if (!Number.isFinite(number))
    throw testResultNotBoolean(node.unique_id, "failures", String(value));
  return number;
}

/** True and false, 1 and 0, and the words that Python's strtobool knows. */
function booleanOf(node: TestNode, column: string, value: unknown): boolean {
  if (typeof value !== "string") return Boolean(value);
  const word = value.toLowerCase();
  if (["y", "yes", "t", "true", "on", "1"].includes(word)) return true;
  if (["n", "no", "f", "false", "off", "0"].includes(word)) return false;
  throw testResultNotBoolean(node.unique_id, column, value);
}

function judge(node: TestNode, counts: Counts, flags: Flags): Omit<Executed, "response"> {
  const got = `Got ${counts.failures} ${counts.failures === 1 ? "result" : "results"}`;
  const severity = (configText(node, "severity") ?? "error").toLowerCase();
  if (severity === "error" && counts.shouldError) {
    const condition = configText(node, "error_if") ?? "!= 0";
    return {
      status: "fail",
      message: `${got}, configured to fail if ${condition}`,
      failures: counts.failures,
    };
  }
  if (!counts.shouldWarn) return { status: "pass", message: null, failures: 0 };
  const condition = configText(node, "warn_if") ?? "!= 0";
  const isError = warningFate(flags, { name: "LogTestResult", code: "Q007" }) === "error";
  return {
    status: isError ? "fail" : "warn",
    message: `${got}, configured to ${isError ? "fail" : "warn"} if ${condition}`,
    failures: counts.failures,
  };
}
