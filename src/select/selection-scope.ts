import type { Selector } from "../config/project-config.ts";
import type { IndirectSelection } from "../config/selection-spec.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Graph } from "../graph/graph.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { PreviousState } from "./previous-state.ts";

/** What every part of a selection is judged against. */
export interface SelectionScope {
  readonly manifest: Manifest;
  readonly graph: Graph;
  /** The flag: criteria without an own setting follow it. */
  readonly indirectSelection: IndirectSelection;
  readonly selectors: ReadonlyMap<string, Selector> | undefined;
  readonly state: PreviousState | undefined;
  readonly events: EventBus;
  readonly startedAt: Date;
  /** Whether the command works on such a node: dbt asks after each whole selection. */
  readonly keeps: (id: string) => boolean;
  /** Names of the selectors under evaluation, outermost first. */
  readonly within: readonly string[];
}
