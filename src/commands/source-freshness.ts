import { join, resolve } from "node:path";
import { sourcesArtifact } from "../artifacts/sources-artifact.ts";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import { interrupted } from "../errors/command-errors.ts";
import { customOutputPathDeprecation } from "../events/deprecation-events.ts";
import { note } from "../events/main-events.ts";
import { nothingToDo } from "../events/run-events.ts";
import type { SourceNode } from "../manifest/source-node.ts";
import { checkFreshness } from "../run/check-freshness.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { foundStatsOf } from "./found-stats.ts";
import { readProject, targetFolder } from "./read-project.ts";
import { isSuccessful } from "./report-results.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { artifactOrigin, writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `source freshness`: how old the newest rows of the selected sources are. */
export async function sourceFreshness(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const { runtime, manifest } = readProject(context);
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  const chosen = selectResources({ context, runtime, manifest, types: new Set(["source"]) });
  const selected = new Set([...chosen].filter((id) => hasThreshold(manifest.sources[id])));
  if (selected.size === 0) events.emit(nothingToDo());
  const outcome =
    selected.size === 0
      ? { results: [], hooks: [], elapsedSeconds: 0 }
      : await withEngine(context, { runtime, manifest }, selected, checkFreshness);
  const output = flags.command.output;
  if (typeof output === "string") events.emit(customOutputPathDeprecation(output));
  const path =
    typeof output === "string"
      ? resolve(context.cwd, output)
      : join(targetFolder(runtime), "sources.json");
  writeArtifact(
    path,
    sourcesArtifact(outcome.results, artifactOrigin(context), outcome.elapsedSeconds),
  );
  if (outcome.stopped === "interrupted") throw interrupted();
  events.emit(note("Done."));
  const stale = outcome.results.some((result) =>
    ["error", "runtime error"].includes(result.status),
  );
  return { success: !stale && isSuccessful(outcome.hooks), results: outcome.results };
}

/** Whether there is an age from which on the source is stale. */
function hasThreshold(source: SourceNode | undefined): boolean {
  const { warn_after: warn, error_after: error } = source?.freshness ?? {};
  return [warn, error].some((time) => (time?.count ?? null) !== null && time?.period !== null);
}
