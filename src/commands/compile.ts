import { compileNodes } from "../compile/compile-nodes.ts";
import { compiledNode } from "../events/preview-events.ts";
import { blankLine, concurrencyLine, nothingToDo } from "../events/run-events.ts";
import type { CompilableNode } from "../manifest/nodes.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { foundStatsOf } from "./found-stats.ts";
import { withInlineQuery, withoutInlineQuery } from "./inline-query.ts";
import { isNamedBySelection } from "./named-by-selection.ts";
import { readProject, type ParsedProject } from "./read-project.ts";
import { isSuccessful } from "./report-results.ts";
import { chosenTypes, COMPILE_TYPES } from "./resource-types.ts";
import { withCompiledNodes, writeRunResults } from "./run-nodes.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { writeGraphSummary, writeManifestFiles } from "./write-manifest-files.ts";

/** `compile`: writes the SQL of the selected nodes, and shows it of those that were named. */
export async function compile(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const project = readProject(context);
  const { runtime, manifest } = project;
  writeManifestFiles(context, runtime, manifest);
  writeGraphSummary(context, runtime, manifest);
  events.emit(foundStatsOf(manifest));
  const { inline } = flags.command;
  if (typeof inline === "string") {
    const query = withInlineQuery(project, inline);
    return compileSelected(context, query.project, new Set([query.id]));
  }
  const types = chosenTypes(flags, COMPILE_TYPES);
  return compileSelected(context, project, selectResources({ context, runtime, manifest, types }));
}

/** Compiles these nodes, writes the artifacts and shows what was asked for by name. */
export async function compileSelected(
  context: CommandContext,
  { runtime, manifest }: Pick<ParsedProject, "runtime" | "manifest">,
  selected: ReadonlySet<string>,
): Promise<CommandOutcome> {
  const { events } = context;
  if (selected.size === 0) {
    events.emit(nothingToDo());
    writeRunResults(context, runtime, { results: [], elapsedSeconds: 0 });
    return { success: true, results: [] };
  }
  events.emit(blankLine());
  events.emit(concurrencyLine(runtime.profile.threads, runtime.profile.targetName));
  events.emit(blankLine());
  const outcome = await withEngine(context, { runtime, manifest }, selected, compileNodes);
  const compiled = withCompiledNodes(manifest, outcome.compiled);
  writeManifestFiles(context, runtime, withoutInlineQuery(compiled));
  writeRunResults(context, runtime, outcome);
  for (const node of outcome.compiled.values()) {
    if (selected.has(node.unique_id) && isShown(context, node)) {
      showCompiled(context, node);
    }
  }
  return { success: isSuccessful(outcome.results), results: outcome.results };
}

function isShown({ flags }: CommandContext, node: CompilableNode): boolean {
  return node.resource_type === "sql_operation" || isNamedBySelection(flags, node.name);
}

function showCompiled({ events, flags }: CommandContext, node: CompilableNode): void {
  events.emit(
    compiledNode({
      name: node.name,
      uniqueId: node.unique_id,
      compiled: node.compiled_code ?? "",
      isInline: node.resource_type === "sql_operation",
      format: flags.command.output === "json" ? "json" : "text",
      quiet: flags.quiet,
    }),
  );
}
