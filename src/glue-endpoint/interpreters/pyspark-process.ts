import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";
import { interpreterDied } from "../../errors/endpoint-errors.ts";

export interface PySparkOptions {
  /** Python with pyspark 3.5 in it. */
  readonly python: string;
  /** The interpreter's program, `assets/glue-repl.py`. */
  readonly program: string;
  /** Spark settings: jars, catalogs, warehouse. */
  readonly conf: Readonly<Record<string, string>>;
  /** Folder whose folders are the buckets of `s3://bucket/key`. */
  readonly buckets: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Java's and Python's own noise goes. */
  readonly log: number | "ignore";
}

/** One Python process with one JVM, which serves every session of an endpoint. */
export interface PySparkProcess {
  /** Asks the process something; rejects if it dies before it answers. */
  ask(operation: string, message?: object): Promise<Record<string, unknown>>;
  onDeath(listener: (reason: string) => void): void;
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** Starts the process and waits until Spark answers (about 5 s, cold). */
export async function startPySpark(options: PySparkOptions): Promise<PySparkProcess> {
  const child = spawn(
    options.python,
    [options.program, JSON.stringify({ conf: options.conf, buckets: options.buckets })],
    {
      cwd: options.cwd,
      env: { ...options.env, PYTHONUNBUFFERED: "1", PYSPARK_PYTHON: options.python },
      stdio: ["ignore", options.log, options.log, "pipe"],
    },
  );
  const waiting = new Map<number, Waiting>();
  const deathListeners = new Set<(reason: string) => void>();
  let nextId = 0;
  let died: Error | undefined;

  const ready = new Promise<void>((resolve, reject) => {
    const end = (reason: string): void => {
      if (died) return;
      died = interpreterDied(reason);
      reject(died);
      for (const w of waiting.values()) w.reject(died);
      waiting.clear();
      for (const listener of deathListeners) listener(died.message);
    };
    child.once("error", (error) => {
      end(error.message);
    });
    child.once("exit", (code, signal) => {
      end(`it ended with ${signal ?? `exit code ${String(code)}`}`);
    });
    onLines(channelOf(child), (message) => {
      if (message.ready === true) resolve();
      else settle(waiting, message);
    });
  });
  await ready;

  return {
    ask(operation, message = {}) {
      if (died) return Promise.reject(died);
      const id = ++nextId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        channelOf(child).write(`${JSON.stringify({ ...message, op: operation, id })}\n`);
      });
    },
    onDeath: (listener) => deathListeners.add(listener),
    async close() {
      deathListeners.clear();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL"); // the JVM ends when Python's end of its pipe closes
      await ended;
    },
  };
}

function channelOf(child: ChildProcess): Duplex {
  return child.stdio[3] as Duplex;
}

function onLines(channel: Duplex, take: (message: Record<string, unknown>) => void): void {
  channel.on("error", () => undefined); // the process' end is told by "exit"
  let rest = "";
  channel.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(JSON.parse(line) as Record<string, unknown>);
  });
}

function settle(waiting: Map<number, Waiting>, message: Record<string, unknown>): void {
  const w = waiting.get(Number(message.id));
  waiting.delete(Number(message.id));
  if (typeof message.error === "string") w?.reject(interpreterDied(message.error));
  else w?.resolve((message.result ?? {}) as Record<string, unknown>);
}
