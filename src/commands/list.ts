import { optionsExclusive } from "../errors/command-errors.ts";
import { printEvent } from "../events/main-events.ts";
import { noNodesSelected } from "../events/run-events.ts";
import { resourceById } from "../select/resource-by-id.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { describeResource, type ListOutput } from "./describe-resource.ts";
import { foundStatsOf } from "./found-stats.ts";
import { readProject } from "./read-project.ts";
import { chosenTypes, LIST_TYPES } from "./resource-types.ts";
import { selectResources } from "./select-resources.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `list`: one line per selected resource, by unique id. */
export async function list(context: CommandContext): Promise<CommandOutcome> {
  const { flags, events } = context;
  checkModelsOption(context);
  const { runtime, manifest } = readProject(context);
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  const types = flags.models.length > 0 ? new Set(["model"]) : chosenTypes(flags, LIST_TYPES);
  const ids = selectResources({ context, runtime, manifest, types });
  if (ids.size === 0) events.emit(noNodesSelected());
  const lines = [...ids].sort().flatMap((id) => {
    const resource = resourceById(manifest, id);
    return resource ? [describeResource(resource, outputOf(context), outputKeys(context))] : [];
  });
  for (const line of lines) events.emit(printEvent(line));
  return Promise.resolve({ success: true, results: lines });
}

function checkModelsOption({ flags }: CommandContext): void {
  if (flags.models.length === 0) return;
  if (flags.select.length > 0) throw optionsExclusive("--models", "--select");
  if (flags.resourceTypes.length > 0) throw optionsExclusive("--models", "--resource-type");
}

function outputOf({ flags }: CommandContext): ListOutput {
  const output = flags.command.output;
  return output === "name" || output === "path" || output === "json" ? output : "selector";
}

/** Keys may come as several words or as one text with spaces between them. */
function outputKeys({ flags }: CommandContext): readonly string[] {
  const keys = flags.command.outputKeys;
  if (!Array.isArray(keys)) return [];
  return keys.flatMap((key) => String(key).split(/\s+/).filter(Boolean));
}
