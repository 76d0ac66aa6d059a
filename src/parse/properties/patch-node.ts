import { duplicatePatch, severalDisabled } from "../../errors/project-errors.ts";
import { noNodeForYamlKey, wrongResourceSchemaFile } from "../../events/parse-events.ts";
import { child, placeOf, readString } from "../../yaml/typed-readers.ts";
import { columnsByName, readColumns, type Column } from "../columns.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import type { Draft, DraftKind } from "../drafts/draft.ts";
import { type ConfigPatch, updateConfig } from "../drafts/update-config.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Lookups } from "../lookups.ts";
import { rawConfig, type Entry } from "./entries.ts";
import { readEntryConfig } from "./entry-config.ts";
import { readGiven } from "./read-given.ts";

/** What a properties entry adds to a node of any kind. */
export interface NodePatch {
  readonly entry: Entry;
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly config: ConfigDict;
}

const KIND_OF = {
  models: "model",
  seeds: "seed",
  snapshots: "snapshot",
  analyses: "analysis",
  functions: "function",
} as const satisfies Record<string, DraftKind>;

export type NodeSection = keyof typeof KIND_OF;

export function readNodePatch(entry: Entry): NodePatch {
  return {
    entry,
    name: entry.name,
    description: readGiven(child(entry.at, "description"), readString) ?? "",
    columns: readColumns(child(entry.at, "columns")),
    config: readEntryConfig(entry.at, `"${entry.name}"`),
  };
}

/** Applies what only one kind of node takes from its entry. */
export type PatchProperties = (draft: Draft, patch: NodePatch) => void;

/**
 * Finds the node of an entry, enabled or disabled, and adds the entry's config and properties to it.
 * No such node, or one of another kind, is a warning; a second entry for a node is an error.
 */
export function patchNode(
  environment: ParseEnvironment,
  lookups: Lookups,
  patch: NodePatch,
  patchProperties: PatchProperties,
): void {
  const kind = KIND_OF[patch.entry.key as NodeSection];
  const found = findNode(lookups, patch, kind);
  if (found === undefined) {
    patchDisabled(environment, lookups, patch, patchProperties);
  } else if (found.kind !== kind) {
    const { name, entry } = patch;
    environment.events.emit(
      wrongResourceSchemaFile({
        name,
        kind: found.kind,
        section: entry.key,
        place: placeOf(entry.at),
      }),
    );
  } else {
    checkFirstPatch(found, patch);
    applyPatch(environment, found, patch, patchProperties);
  }
}

/** Looks in the entry's own package, then in all others. */
function findNode(
  lookups: Lookups,
  { name, entry }: NodePatch,
  kind: DraftKind,
): Draft | undefined {
  if (kind === "function") return lookups.functions().find(name, null);
  if (kind === "analysis") return lookups.analyses().find(name, null);
  return lookups.refs().find(name, entry.file.file.packageName) ?? lookups.refs().find(name, null);
}

function patchDisabled(
  environment: ParseEnvironment,
  lookups: Lookups,
  patch: NodePatch,
  patchProperties: PatchProperties,
): void {
  const { entry, name } = patch;
  const kind = KIND_OF[entry.key as NodeSection];
  const found = lookups.disabledNodes(name, entry.file.file.packageName, kind);
  if (found.length === 0) {
    environment.events.emit(noNodeForYamlKey(name, entry.key, placeOf(entry.at)));
    return;
  }
  if (found.length > 1 && patch.config.enabled)
    throw severalDisabled(kind, name, placeOf(entry.at));
  for (const draft of found) applyPatch(environment, draft, patch, patchProperties);
}

/** A node takes the properties of one entry only. */
export function checkFirstPatch(draft: Draft, { entry }: NodePatch): void {
  if (draft.patchPath === null) return;
  throw duplicatePatch(draft.uniqueId, draft.patchPath.replace(/^.*:\/\//, ""), placeOf(entry.at));
}

function applyPatch(
  environment: ParseEnvironment,
  draft: Draft,
  patch: NodePatch,
  patchProperties: PatchProperties,
): void {
  if (Object.keys(patch.config).length > 0) updateConfig(environment, draft, configPatch(patch));
  patchProperties(draft, patch);
}

function configPatch({ entry, config }: NodePatch): ConfigPatch {
  return { packageName: entry.file.file.packageName, config, unrendered: rawConfig(entry.raw) };
}

/** What every kind of node takes. */
export function patchCommonProperties(draft: Draft, patch: NodePatch): void {
  draft.patchPath = patch.entry.file.id;
  draft.description = patch.description;
  draft.columns = columnsByName(patch.columns);
  draft.name = patch.name;
}
