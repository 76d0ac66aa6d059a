import { duplicateResource } from "../../errors/project-errors.ts";
import type { DocNode, MacroNode } from "../../manifest/macro-node.ts";
import type {
  ExposureNode,
  GroupNode,
  SemanticResource,
  UnitTestNode,
} from "../../manifest/other-resources.ts";
import type { SourceNode } from "../../manifest/source-node.ts";
import type { Place } from "../../errors/place.ts";
import type { Mutable } from "../../util/mutable.ts";
import { type Draft, isEnabled } from "./draft.ts";

export type DraftSource = Mutable<SourceNode>;
export type DraftExposure = Mutable<ExposureNode>;
export type DraftUnitTest = Mutable<UnitTestNode>;
export type DraftSemantic = Mutable<SemanticResource>;
export type DraftMacro = Mutable<MacroNode>;

/** What can be disabled, besides nodes. */
export type DraftResource = DraftSource | DraftExposure | DraftUnitTest | DraftSemantic;

export type Disabled = { readonly node: Draft } | { readonly resource: DraftResource };

/** The manifest while it is parsed. Maps keep the order of insertion, which breaks ties as in dbt. */
export interface DraftManifest {
  readonly nodes: Map<string, Draft>;
  readonly functions: Map<string, Draft>;
  readonly sources: Map<string, DraftSource>;
  readonly macros: Map<string, DraftMacro>;
  readonly docs: Map<string, DocNode>;
  readonly exposures: Map<string, DraftExposure>;
  readonly groups: Map<string, GroupNode>;
  readonly unitTests: Map<string, DraftUnitTest>;
  readonly metrics: Map<string, DraftSemantic>;
  readonly semanticModels: Map<string, DraftSemantic>;
  readonly savedQueries: Map<string, DraftSemantic>;
  readonly disabled: Map<string, Disabled[]>;
  /** Where each resource was defined, for messages about duplicates. */
  readonly places: Map<string, Place>;
}

export function createDraftManifest(): DraftManifest {
  return {
    nodes: new Map(),
    functions: new Map(),
    sources: new Map(),
    macros: new Map(),
    docs: new Map(),
    exposures: new Map(),
    groups: new Map(),
    unitTests: new Map(),
    metrics: new Map(),
    semanticModels: new Map(),
    savedQueries: new Map(),
    disabled: new Map(),
    places: new Map(),
  };
}

/** Adds an enabled or disabled node to where it belongs. */
export function addNode(manifest: DraftManifest, draft: Draft): void {
  if (!isEnabled(draft)) addDisabled(manifest, draft.uniqueId, { node: draft });
  else addEnabledNode(manifest, draft);
}

export function addEnabledNode(manifest: DraftManifest, draft: Draft): void {
  const home = draft.kind === "function" ? manifest.functions : manifest.nodes;
  addUnique(manifest, home, { id: draft.uniqueId, value: draft, place: draft.place });
}

interface Entry<T> {
  readonly id: string;
  readonly value: T;
  readonly place: Place;
}

/** Adds a resource; a second one of the same id is an error that names both files. */
export function addUnique<T>(
  manifest: DraftManifest,
  home: Map<string, T>,
  { id, value, place }: Entry<T>,
): void {
  if (home.has(id)) throw duplicateResource(id, manifest.places.get(id) ?? place, place);
  home.set(id, value);
  manifest.places.set(id, place);
}

/** Several disabled resources may share an id: that is how packages replace each other's models. */
export function addDisabled(manifest: DraftManifest, id: string, disabled: Disabled): void {
  const list = manifest.disabled.get(id);
  if (list === undefined) manifest.disabled.set(id, [disabled]);
  else list.push(disabled);
}
