import type { Cell, ResultColumn } from "../adapter/connection.ts";
import { loadRuntimeConfig } from "../config/load-runtime-config.ts";
import { optionMissing } from "../errors/command-errors.ts";
import { showNode } from "../events/preview-events.ts";
import { nothingToDo } from "../events/run-events.ts";
import { previewNode, type Preview } from "../run/preview-node.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { drawTable } from "./draw-table.ts";
import { foundStatsOf } from "./found-stats.ts";
import { withInlineQuery } from "./inline-query.ts";
import { isNamedBySelection } from "./named-by-selection.ts";
import { readProject, type ParsedProject } from "./read-project.ts";
import { chosenTypes, COMPILE_TYPES } from "./resource-types.ts";
import { writeRunResults } from "./run-nodes.ts";
import { rowsAsJson } from "./rows-as-json.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `show`: the first rows of the nodes that were named, or of a query. */
export async function show(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const { inline, inlineDirect } = flags.command;
  if (typeof inlineDirect === "string") return showDirectly(context, inlineDirect);
  if (flags.select.length === 0 && inline === undefined) {
    throw optionMissing("show", "--select or --inline");
  }
  const project = readProject(context);
  const { runtime, manifest } = project;
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  if (typeof inline === "string") {
    const query = withInlineQuery(project, inline);
    return showNodes(context, query.project, [query.id]);
  }
  const types = chosenTypes(flags, COMPILE_TYPES);
  const selected = selectResources({ context, runtime, manifest, types });
  if (selected.size === 0) events.emit(nothingToDo());
  const named = [...selected].filter((id) =>
    isNamedBySelection(flags, manifest.nodes[id]?.name ?? ""),
  );
  return showNodes(context, project, named);
}

async function showNodes(
  context: CommandContext,
  project: Pick<ParsedProject, "runtime" | "manifest">,
  ids: readonly string[],
): Promise<CommandOutcome> {
  const started = context.now().getTime();
  const previews = ids.length === 0 ? [] : await preview(context, project, ids);
  const results = previews.map(({ result }) => result);
  const elapsedSeconds = (context.now().getTime() - started) / 1000;
  writeRunResults(context, project.runtime, { results, elapsedSeconds });
  for (const { node, columns, rows } of previews) {
    const version =
      node.resource_type === "model" && node.version !== null ? `.v${node.version}` : "";
    showRows(context, {
      name: node.name + version,
      uniqueId: node.unique_id,
      isInline: node.resource_type === "sql_operation",
      columns,
      rows,
    });
  }
  return { success: true, results: previews };
}

function preview(
  context: CommandContext,
  project: Pick<ParsedProject, "runtime" | "manifest">,
  ids: readonly string[],
): Promise<Preview[]> {
  return withEngine(context, project, new Set(ids), async (invocation) => {
    const shown: Preview[] = [];
    for (const id of ids) shown.push(await previewNode(invocation, id, limitOf(context)));
    return shown;
  });
}

/** A query that is neither rendered nor looked up in the project. */
async function showDirectly(context: CommandContext, sql: string): Promise<CommandOutcome> {
  const adapter = await context.openAdapter(loadRuntimeConfig(context));
  try {
    const connection = await adapter.connect("show");
    const limit = limitOf(context);
    const options = { signal: context.signal, ...(limit === undefined ? {} : { limit }) };
    const { columns, rows } = await connection.execute(sql, options);
    await connection.close();
    const id = "direct-query";
    showRows(context, { name: id, uniqueId: id, isInline: true, columns, rows });
    return { success: true, results: rows };
  } finally {
    await adapter.close();
  }
}

/** dbt shows five rows, and all of them for a negative limit. */
function limitOf({ flags }: CommandContext): number | undefined {
  const { limit } = flags.command;
  if (typeof limit !== "number") return 5;
  return limit < 0 ? undefined : limit;
}

interface ShownRows {
  readonly name: string;
  readonly uniqueId: string;
  readonly isInline: boolean;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

function showRows({ events, flags }: CommandContext, { columns, rows, ...shown }: ShownRows): void {
  const format = flags.command.output === "json" ? "json" : "text";
  const preview = format === "json" ? rowsAsJson(columns, rows) : drawTable(columns, rows);
  events.emit(showNode({ ...shown, preview, format, quiet: flags.quiet }));
}
