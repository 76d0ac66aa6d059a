import { homedir } from "node:os";
import type { Host } from "./host.ts";
import { isAlive } from "./is-alive.ts";
import { runInvocation } from "./invocation.ts";

/** Runs one command line with the process as its host, and sets the exit code. */
export async function runProcess(process: NodeJS.Process, argv: readonly string[]): Promise<void> {
  const interrupt = new AbortController();
  const stop = (): void => {
    // The first one ends the run in order; the second one ends the process.
    if (interrupt.signal.aborted) process.exit(2);
    interrupt.abort();
  };
  process.on("SIGINT", stop); // Ctrl-C
  process.on("SIGTERM", stop); // schedulers that end a task
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read our output has seen enough (`dbt-glue ls | head`).
    if (error.code === "EPIPE") process.exit();
  });
  const { exitCode } = await runInvocation(argv, processHost(process, interrupt.signal));
  process.exitCode = exitCode;
}

function processHost(process: NodeJS.Process, signal: AbortSignal): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    home: homedir(),
    stdout: process.stdout,
    stderr: process.stderr,
    pid: process.pid,
    isAlive,
    signal,
    now: () => new Date(),
    ask: process.stdin.isTTY ? askOnTerminal(process) : undefined,
  };
}

function askOnTerminal(process: NodeJS.Process): Host["ask"] {
  return async (question, fallback) => {
    const { createInterface } = await import("node:readline/promises");
    const prompt = createInterface({ input: process.stdin, output: process.stdout });
    try {
      const answer = await prompt.question(`${question} [${fallback}]: `);
      return answer.trim() === "" ? fallback : answer.trim();
    } finally {
      prompt.close();
    }
  };
}
