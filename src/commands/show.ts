import { notSupported } from "../errors/not-supported.ts";
import { optionMissing } from "../errors/command-errors.ts";
import { showNode } from "../events/preview-events.ts";
import { nothingToDo } from "../events/run-events.ts";
import { previewNode, type Preview } from "../run/preview-node.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { drawTable } from "./draw-table.ts";
import { foundStatsOf } from "./found-stats.ts";
import { isNamedBySelection } from "./named-by-selection.ts";
import { readProject } from "./read-project.ts";
import { chosenTypes, COMPILE_TYPES } from "./resource-types.ts";
import { rowsAsJson } from "./rows-as-json.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `show`: the first rows of the nodes that were named, or of a query. */
export async function show(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const { inline, inlineDirect } = flags.command;
  if (flags.select.length === 0 && inline === undefined && inlineDirect === undefined) {
    throw optionMissing("show", "--select or --inline");
  }
  if (inline !== undefined || inlineDirect !== undefined) throw notSupported("show --inline");
  const { runtime, manifest } = readProject(context);
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  const types = chosenTypes(flags, COMPILE_TYPES);
  const selected = selectResources({ context, runtime, manifest, types });
  if (selected.size === 0) {
    events.emit(nothingToDo());
    return { success: true, results: [] };
  }
  const previews = await withEngine(
    context,
    { runtime, manifest },
    selected,
    async (invocation) => {
      const shown: Preview[] = [];
      for (const id of selected) {
        const name = manifest.nodes[id]?.name ?? "";
        if (!isNamedBySelection(flags, name)) continue;
        shown.push(await previewNode(invocation, id, limitOf(context)));
      }
      return shown;
    },
  );
  for (const preview of previews) showPreview(context, preview);
  return { success: true, results: previews };
}

/** dbt shows five rows, and all of them for a negative limit. */
function limitOf({ flags }: CommandContext): number | undefined {
  const limit = flags.command.limit;
  if (typeof limit !== "number") return 5;
  return limit < 0 ? undefined : limit;
}

function showPreview({ events, flags }: CommandContext, { node, columns, rows }: Preview): void {
  const format = flags.command.output === "json" ? "json" : "text";
  const version =
    node.resource_type === "model" && node.version !== null ? `.v${node.version}` : "";
  events.emit(
    showNode({
      name: node.name + version,
      uniqueId: node.unique_id,
      preview: format === "json" ? rowsAsJson(columns, rows) : drawTable(columns, rows),
      isInline: node.resource_type === "sql_operation",
      format,
      quiet: flags.quiet,
    }),
  );
}
