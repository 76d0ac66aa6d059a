import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The command in a process of its own, as a user starts it. Needs a build. */
export interface SpawnedRun {
  readonly pid: number;
  /** Resolves once the output holds the text. */
  said(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with exit code and output when the process has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string }>;
}

export function spawnRun(cwd: string, line: string): SpawnedRun {
  const bin = resolve(import.meta.dirname, "../../bin/dbt-glue.js");
  const child = spawn(process.execPath, [bin, ...line.split(" ")], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  let stdout = "";
  const listeners = new Set<() => void>();
  const hear = (data: Buffer): void => {
    stdout += data.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<{ code: number | null; stdout: string }>((done) => {
    child.once("close", (code) => {
      done({ code, stdout });
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => void child.kill(signal),
    said: (text) =>
      new Promise((done, fail) => {
        const listener = (): void => {
          if (!stdout.includes(text)) return;
          listeners.delete(listener);
          done();
        };
        listeners.add(listener);
        listener();
        void ended.then(() => {
          fail(new Error(`The command ended without saying "${text}":\n${stdout}`));
        });
      }),
  };
}
