import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { invoke } from "../../src/index.ts";

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly results: unknown;
}

export interface TempProject {
  readonly root: string;
  /** Runs a command line in the project, with nothing of the real environment. */
  readonly run: (
    line: string | readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<CliRun>;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly read: (path: string) => string;
  readonly readJson: (path: string) => unknown;
}

const PROJECT = "name: shop\nprofile: shop\n";
const PROFILES = `shop:
  target: dev
  outputs:
    dev: {type: glue, method: local, location: warehouse.duckdb, schema: dev, threads: 1}
`;

/** A project in a temporary folder, with a local profile; gone when the test ends. */
export function tempProject(files: Readonly<Record<string, string>> = {}): TempProject {
  const root = mkdtempSync(join(tmpdir(), "dbt-glue-test-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const project: TempProject = {
    root,
    async run(line, env = {}) {
      const argv = typeof line === "string" ? line.split(" ") : line;
      return runIn(root, argv, { HOME: root, ...env });
    },
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    readJson: (path): unknown => JSON.parse(readFileSync(join(root, path), "utf8")),
  };
  project.write({ "dbt_project.yml": PROJECT, "profiles.yml": PROFILES, ...files });
  return project;
}

/** Runs a command line in a folder. Times and folders that change between runs are left as they are. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  const result = await invoke(argv, {
    cwd,
    env,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { exitCode: result.exitCode, stdout, stderr, results: result.results };
}
