import type { Lane } from "../../context/statements.ts";
import { EngineError } from "../../errors/engine-error.ts";
import { renderError } from "../../errors/render-error.ts";
import { logHookEndLine, logHookStartLine } from "../../events/hook-events.ts";
import { blankLine } from "../../events/run-events.ts";
import { createNodeContext } from "../../context/create-node-context.ts";
import type { OperationNode } from "../../manifest/nodes.ts";
import type { RunResult } from "../../manifest/run-result.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";
import { makeResult } from "../results/make-result.ts";
import { nodeInfoOf } from "../results/node-info.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { isInterruption } from "../results/is-interruption.ts";
import { startStopwatch } from "../results/stopwatch.ts";

export type HookKind = "on-run-start" | "on-run-end";

/**
 * Runs the project's hooks one after the other: packages by name, the root project last. After one
 * failed the others are skipped. A hook that does not compile rejects.
 *
 * @param extra - names that only these hooks see: `results`, `schemas`, ...
 */
export async function runHooks(
  engine: RunEngine,
  kind: HookKind,
  lane: Lane,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<readonly RunResult[]> {
  const { events } = engine.invocation;
  const hooks = hooksOf(engine, kind);
  if (hooks.length === 0) return [];
  if (kind === "on-run-end") events.emit(blankLine());
  const results: RunResult[] = [];
  for (const [index, hook] of hooks.entries()) {
    const skip = results.some((result) => result.status !== "success");
    const statement = `${hook.package_name}.${kind}.${index}`;
    const at = { index: index + 1, total: hooks.length };
    results.push(
      skip
        ? skipHook(engine, hook, statement, at)
        : await runHook(engine, hook, { statement, at, lane, extra }),
    );
  }
  if (kind === "on-run-start") events.emit(blankLine());
  return results;
}

function hooksOf({ invocation }: RunEngine, kind: HookKind): OperationNode[] {
  const { manifest } = invocation;
  const rank = (hook: OperationNode): string =>
    hook.package_name === manifest.projectName ? "1" : `0${hook.package_name}`;
  return Object.values(manifest.nodes)
    .filter((node) => node.resource_type === "operation")
    .filter((node) => node.tags.includes(kind))
    .sort((a, b) => compare(rank(a), rank(b)) || (a.index ?? 0) - (b.index ?? 0));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

interface HookRun {
  readonly statement: string;
  readonly at: { readonly index: number; readonly total: number };
  readonly lane: Lane;
  readonly extra: Readonly<Record<string, unknown>>;
}

async function runHook(
  engine: RunEngine,
  hook: OperationNode,
  { statement, at, lane, extra }: HookRun,
): Promise<RunResult> {
  const { events, now, runtime } = engine.invocation;
  const watch = startStopwatch(now);
  const compiled = await watch.time("compile", () =>
    engine.compiler.compile(hook, { lane, extra }),
  );
  engine.compiled.set(hook.unique_id, compiled);
  const info = nodeInfoOf(hook, { status: "started", startedAt: utcTimestamp(watch.startedAt) });
  const position = { ...at, width: runtime.flags.printerWidth, node: info };
  events.emit(logHookStartLine(position, statement));
  const failure = await watch.time("execute", () =>
    executeHook(engine, compiled.compiled_code ?? "", hook, lane),
  );
  const status = failure === undefined ? "success" : "error";
  const message =
    failure === undefined ? `${statement} passed` : `${statement} failed, error:\n ${failure}`;
  events.emit(logHookEndLine(position, { statement, status, executionSeconds: watch.seconds() }));
  return makeResult(
    compiled,
    { status, message, response: {}, failures: failure === undefined ? 0 : 1 },
    { watch, threadName: lane.threadName },
  );
}

/** What went wrong, or undefined. A hook without text does nothing. */
async function executeHook(
  engine: RunEngine,
  code: string,
  hook: OperationNode,
  lane: Lane,
): Promise<string | undefined> {
  const sql = hookSql(code);
  if (sql.trim() === "") return undefined;
  try {
    await createNodeContext(engine.skeleton, hook, { lane }).statements.execute(sql);
    return undefined;
  } catch (error) {
    if (!(error instanceof EngineError) || isInterruption(error)) throw error;
    return renderError(error);
  }
}

/** `before_begin(...)` and its kin print a hook as JSON. */
function hookSql(code: string): string {
  if (!code.trim().startsWith("{")) return code;
  try {
    const parsed: unknown = JSON.parse(code);
    const sql: unknown =
      typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "sql") : undefined;
    return typeof sql === "string" ? sql : code;
  } catch {
    // No JSON: a statement that begins with a brace.
    return code;
  }
}

function skipHook(
  engine: RunEngine,
  hook: OperationNode,
  statement: string,
  at: { readonly index: number; readonly total: number },
): RunResult {
  const { events, now, runtime } = engine.invocation;
  const watch = startStopwatch(now);
  const info = nodeInfoOf(hook, { status: "skipped", startedAt: utcTimestamp(watch.startedAt) });
  events.emit(
    logHookEndLine(
      { ...at, width: runtime.flags.printerWidth, node: info },
      { statement, status: "skipped", executionSeconds: 0 },
    ),
  );
  return makeResult(
    hook,
    { status: "skipped", message: `${statement} skipped`, response: {}, failures: 1 },
    { watch, threadName: "main" },
  );
}
