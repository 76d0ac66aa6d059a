import { nothingToDo } from "../events/run-events.ts";
import { cloneNodes } from "../run/clone-nodes.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { foundStatsOf } from "./found-stats.ts";
import { readProject } from "./read-project.ts";
import { isSuccessful, reportResults } from "./report-results.ts";
import { chosenTypes, CLONE_TYPES } from "./resource-types.ts";
import { writeRunResults } from "./run-nodes.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `clone`: relations of another environment's state, made anew in this one. */
export async function clone(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const project = readProject(context);
  const { runtime, manifest } = project;
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  const types = chosenTypes(flags, CLONE_TYPES);
  const selected = selectResources({ context, runtime, manifest, types });
  if (selected.size === 0) events.emit(nothingToDo());
  const outcome =
    selected.size === 0
      ? { results: [], elapsedSeconds: 0 }
      : await withEngine(context, project, selected, cloneNodes);
  writeRunResults(context, runtime, outcome);
  const { results } = outcome;
  if (selected.size > 0) reportResults(events, { results, manifest, interrupted: false });
  return { success: isSuccessful(results), results };
}
