import { join } from "node:path";
import { runResultsArtifact } from "../artifacts/run-results-artifact.ts";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import { secretValues } from "../config/environment.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { Invocation } from "../context/invocation.ts";
import { interrupted } from "../errors/command-errors.ts";
import { nothingToDo } from "../events/run-events.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { CompilableNode, ManifestNode } from "../manifest/nodes.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { executeNodes } from "../run/execute-nodes.ts";
import type { RunOutcome } from "../run/run-outcome.ts";
import { secretScrubber } from "../util/scrub-secrets.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { foundStatsOf } from "./found-stats.ts";
import { readProject, targetFolder, type ParsedProject } from "./read-project.ts";
import { reportCost } from "./report-cost.ts";
import { isSuccessful, reportResults } from "./report-results.ts";
import { chosenTypes, type ResourceTypes } from "./resource-types.ts";
import { runArguments } from "./run-arguments.ts";
import { selectResources } from "./select-resources.ts";
import { showSeeds } from "./show-seeds.ts";
import { withEngine } from "./with-engine.ts";
import { artifactOrigin, writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** What the command does with the selected nodes. */
type Execute = (invocation: Invocation) => Promise<RunOutcome>;

/** `run`, `test`, `seed`, `snapshot`, `build` and `clone`: they differ in what they work on, and how. */
export async function runNodes(
  context: CommandContext,
  types: ResourceTypes,
  execute?: Execute,
): Promise<CommandOutcome> {
  const project = readProject(context);
  const { runtime, manifest } = project;
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  context.events.emit(foundStatsOf(manifest));
  const selected = selectResources({
    context,
    runtime,
    manifest,
    types: chosenTypes(context.flags, types),
  });
  return runSelected(context, project, selected, execute);
}

/** Runs the nodes, writes the artifacts and reports. */
export async function runSelected(
  context: CommandContext,
  { runtime, manifest }: Pick<ParsedProject, "runtime" | "manifest">,
  selected: ReadonlySet<string>,
  execute: Execute = executeNodes,
): Promise<CommandOutcome> {
  const { events } = context;
  if (selected.size === 0) events.emit(nothingToDo());
  const outcome =
    selected.size === 0
      ? NOTHING_DONE
      : await withEngine(context, { runtime, manifest }, selected, async (invocation) => {
          const done = await execute(invocation);
          reportCost(context, runtime, invocation.adapter.cost);
          if (context.flags.command.show === true) await showSeeds(invocation, done.results);
          return done;
        });
  const { results, elapsedSeconds } = outcome;
  const compiled = withCompiledNodes(manifest, outcome.compiled);
  writeManifestFiles(context, runtime, compiled);
  writeRunResults(context, runtime, { results, elapsedSeconds });
  const wasInterrupted = outcome.stopped === "interrupted";
  if (selected.size > 0) {
    reportResults(events, { results, manifest: compiled, interrupted: wasInterrupted });
  }
  if (wasInterrupted) throw interrupted();
  if (outcome.failure) throw outcome.failure;
  return { success: isSuccessful(results), results };
}

const NOTHING_DONE: RunOutcome = { results: [], compiled: new Map(), elapsedSeconds: 0 };

/** The manifest with nodes as they were compiled. */
export function withCompiledNodes(
  manifest: Manifest,
  compiled: ReadonlyMap<string, CompilableNode>,
): Manifest {
  if (compiled.size === 0) return manifest;
  const nodes: Record<string, ManifestNode> = { ...manifest.nodes };
  const functions: Record<string, ManifestNode> = { ...manifest.functions };
  for (const [id, node] of compiled) {
    if (node.resource_type === "function") functions[id] = node;
    else nodes[id] = node;
  }
  return { ...manifest, nodes, functions };
}

/** Writes run_results.json, unless `--no-write-json`. */
export function writeRunResults(
  context: CommandContext,
  runtime: RuntimeConfig,
  run: { readonly results: readonly RunResult[]; readonly elapsedSeconds: number },
): void {
  if (!context.flags.writeJson) return;
  const artifact = runResultsArtifact(run.results, artifactOrigin(context), {
    elapsedSeconds: run.elapsedSeconds,
    args: runArguments(context.flags, secretScrubber(secretValues(context.env))),
  });
  writeArtifact(join(targetFolder(runtime), "run_results.json"), artifact);
}
