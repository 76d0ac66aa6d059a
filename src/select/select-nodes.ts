import type { Selector } from "../config/project-config.ts";
import type { IndirectSelection } from "../config/selection-spec.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Graph } from "../graph/graph.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { evaluateSelection } from "./evaluate-selection.ts";
import { resourceById } from "./resource-by-id.ts";
import { selectionSpec } from "./selection-spec-of.ts";
import type { PreviousState } from "./previous-state.ts";

export interface SelectNodesOptions {
  readonly manifest: Manifest;
  /** Without the test edges of `build`. */
  readonly graph: Graph;
  /** `--select` and `--exclude`: each may hold several criteria with blanks between. */
  readonly select: readonly string[];
  readonly exclude: readonly string[];
  /** `--selector`. */
  readonly selector: string | undefined;
  /** selectors.yml of the root project. */
  readonly selectors: ReadonlyMap<string, Selector> | undefined;
  readonly indirectSelection: IndirectSelection;
  /** What the command works on; everything else is dropped at the end. */
  readonly resourceTypes: ReadonlySet<string>;
  /** `list` and `docs generate` keep nodes without a body. */
  readonly includeEmpty: boolean;
  /** Artifacts of `--state`. */
  readonly state?: PreviousState | undefined;
  readonly events: EventBus;
  /** When the command started: deprecation dates are judged by it. */
  readonly startedAt: Date;
}

/**
 * The unique ids that a command line selects, sorted. A criterion that matches nothing warns; an
 * unknown method or a value that its method does not take is an error.
 */
export function selectNodes(options: SelectNodesOptions): ReadonlySet<string> {
  const { manifest, resourceTypes, includeEmpty } = options;
  const keeps = (id: string): boolean => {
    const resource = resourceById(manifest, id);
    return (
      resource !== undefined &&
      resourceTypes.has(resource.resource_type) &&
      (includeEmpty || !isEmpty(resource))
    );
  };
  const scope = { ...options, state: options.state, keeps, within: [] };
  return new Set([...evaluateSelection(selectionSpec(options), scope)].sort());
}

/** A node whose file holds nothing; seeds never are. */
function isEmpty(resource: { readonly resource_type: string }): boolean {
  if (resource.resource_type === "seed" || !("raw_code" in resource)) return false;
  return typeof resource.raw_code === "string" && resource.raw_code.trim() === "";
}
