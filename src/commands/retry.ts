import { join, resolve } from "node:path";
import { readRunResults, type EarlierRun } from "../artifacts/read-run-results.ts";
import { loadFlags } from "../config/load-flags.ts";
import type { Flags } from "../config/flags.ts";
import { loadRuntimeConfig } from "../config/load-runtime-config.ts";
import type { RetriedRun } from "../context/invocation.ts";
import { notRetryable, previousRunMissing } from "../errors/command-errors.ts";
import { cloneNodes } from "../run/clone-nodes.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { compileSelected } from "./compile.ts";
import { docsGenerate } from "./docs-generate.ts";
import { readProject, targetFolder } from "./read-project.ts";
import { runOperation } from "./run-operation.ts";
import { runSelected } from "./run-nodes.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/**
 * `retry`: the last command once more, with its own flags, on the nodes that failed or were
 * skipped. `--vars`, `--threads` and the options that name folders may differ.
 */
export async function retry(context: CommandContext): Promise<CommandOutcome> {
  const path = join(stateFolder(context), "run_results.json");
  const earlier = readRunResults(path);
  if (!earlier) throw previousRunMissing(path);
  const again = { ...withEarlierFlags(context, earlier), retried: retriedRun(earlier) };
  const ids = new Set(idsToRetry(earlier, context.flags.warnError));
  switch (again.flags.which) {
    case "build":
    case "run":
    case "test":
    case "seed":
    case "snapshot":
      return runSelected(again, readWritten(again), ids);
    case "compile":
      return compileSelected(again, readWritten(again), ids);
    case "clone":
      return runSelected(again, readWritten(again), ids, cloneNodes);
    case "generate":
      return docsGenerate(again);
    case "run-operation":
      return ids.size > 0 ? runOperation(again) : { success: true, results: [] };
    default:
      throw notRetryable(again.flags.which);
  }
}

function stateFolder(context: CommandContext): string {
  const { flags, cwd } = context;
  if (flags.state !== undefined) return resolve(cwd, flags.state);
  return targetFolder(loadRuntimeConfig(context));
}

function readWritten(context: CommandContext): ReturnType<typeof readProject> {
  const project = readProject(context);
  writeManifestFiles(context, project.runtime, project.manifest);
  writeGraphSummary(context, project.runtime, project.manifest);
  return project;
}

/** Microbatch models of which nothing was built start from the beginning, so only part-built ones. */
function retriedRun({ metadata, results }: EarlierRun): RetriedRun {
  const partial = results.flatMap(({ unique_id: id, batch_results: batches }) =>
    batches && batches.successful.length > 0 && batches.failed.length > 0
      ? [[id, batches] as const]
      : [],
  );
  const startedAt = new Date(metadata.invocation_started_at ?? metadata.generated_at);
  return { startedAt, batches: new Map(partial) };
}

/** Hooks run again with the command, so they are not among the nodes to retry. */
function idsToRetry(earlier: EarlierRun, warningsToo: boolean): readonly string[] {
  const statuses = new Set(["error", "fail", "skipped", "runtime error", "partial success"]);
  if (warningsToo) statuses.add("warn");
  const isOperation = earlier.args.which === "run-operation";
  return earlier.results
    .filter((result) => statuses.has(result.status))
    .map((result) => result.unique_id)
    .filter((id) => isOperation || !id.startsWith("operation."));
}

/** Flags that belong to the invocation, not to the command that is repeated. */
const OWN_FLAGS = [
  "logPath",
  "profilesDir",
  "projectDir",
  "deferState",
  "targetPath",
  "warnError",
] as const;

function withEarlierFlags(context: CommandContext, earlier: EarlierRun): CommandContext {
  const { flags } = context;
  const { which } = earlier.args;
  const options = {
    ...earlierOptions(earlier),
    ...ownOptions(flags),
    ...(Object.keys(flags.vars).length > 0 ? { vars: flags.vars } : {}),
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
  };
  const loaded = loadFlags(
    {
      which: typeof which === "string" ? which : "",
      invocationCommand: flags.invocationCommand,
      options,
    },
    context,
  );
  return { ...context, flags: keepBehavior(loaded.flags, flags) };
}

/** The options of the earlier run, without those that only say what holds anyway. */
function earlierOptions(earlier: EarlierRun): Readonly<Record<string, unknown>> {
  const skipped = new Set<string>([...OWN_FLAGS, "which", "invocationCommand"]);
  const named = Object.entries(earlier.args).map(
    ([key, value]) => [camelCase(key), value] as const,
  );
  return Object.fromEntries(
    named.filter(
      ([key, value]) => !skipped.has(key) && value !== null && !isNoWarnOption(key, value),
    ),
  );
}

function isNoWarnOption(key: string, value: unknown): boolean {
  return key === "warnErrorOptions" && JSON.stringify(value) === NO_WARN_OPTIONS;
}

const NO_WARN_OPTIONS = JSON.stringify({ error: [], warn: [], silence: [] });

function ownOptions(flags: Flags): Readonly<Record<string, unknown>> {
  const pairs = OWN_FLAGS.map((key) => [key, flags[key]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== false));
}

function keepBehavior(loaded: Flags, current: Flags): Flags {
  return { ...loaded, behavior: current.behavior };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
