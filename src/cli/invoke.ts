import { homedir } from "node:os";
import process from "node:process";
import type { TextSink } from "./host.ts";
import { isAlive } from "./is-alive.ts";
import type { InvocationResult } from "./invocation.ts";

export interface InvokeOptions {
  /** Working folder; the project is looked for from here upwards. The process's when absent. */
  readonly cwd?: string;
  /** Environment variables; the process's when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where lines go; nowhere when absent. */
  readonly stdout?: TextSink;
  readonly stderr?: TextSink;
  /** Ends the run in order when it fires. */
  readonly signal?: AbortSignal;
}

/**
 * Runs any command in this process.
 *
 * @example
 * const { success, results } = await invoke(["build", "--select", "orders+"], { cwd: "my_shop" });
 */
export async function invoke(
  argv: readonly string[],
  options: InvokeOptions = {},
): Promise<InvocationResult> {
  const { runInvocation } = await import("./invocation.ts");
  const silent: TextSink = { write: () => true };
  return runInvocation(argv, {
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? process.env,
    home: options.env?.HOME ?? homedir(),
    stdout: options.stdout ?? silent,
    stderr: options.stderr ?? silent,
    pid: process.pid,
    isAlive,
    signal: options.signal ?? new AbortController().signal,
    now: () => new Date(),
  });
}
