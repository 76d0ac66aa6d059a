import { resolve } from "node:path";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { warnStateTargetEqual } from "../events/run-events.ts";
import { buildGraph } from "../graph/build-graph.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { PreviousState } from "../select/previous-state.ts";
import { selectNodes } from "../select/select-nodes.ts";
import type { CommandContext } from "./command-context.ts";
import { readPreviousState } from "./read-previous-state.ts";
import { targetFolder } from "./read-project.ts";

export interface Selection {
  readonly context: CommandContext;
  readonly runtime: RuntimeConfig;
  readonly manifest: Manifest;
  /** Resource types that the command works on. */
  readonly types: ReadonlySet<string>;
}

/** Ids that `--select`, `--exclude` and `--selector` choose among the command's types, sorted. */
export function selectResources({
  context,
  runtime,
  manifest,
  types,
}: Selection): ReadonlySet<string> {
  const { flags, events, startedAt } = context;
  return selectNodes({
    manifest,
    graph: buildGraph(manifest),
    select: flags.models.length > 0 ? flags.models : flags.select,
    exclude: flags.exclude,
    selector: flags.selector,
    selectors: runtime.project.selectors,
    indirectSelection: flags.indirectSelection,
    resourceTypes: types,
    includeEmpty: flags.which === "list" || flags.which === "generate",
    state: readState(context, runtime),
    events,
    startedAt,
  });
}

function readState(
  { flags, events }: CommandContext,
  runtime: RuntimeConfig,
): PreviousState | undefined {
  if (flags.state === undefined) return undefined;
  const target = targetFolder(runtime);
  if (resolve(flags.state) === target) events.emit(warnStateTargetEqual(flags.state));
  return readPreviousState(flags.state, target);
}
