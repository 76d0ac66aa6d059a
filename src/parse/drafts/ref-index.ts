import { ambiguousRef } from "../../errors/reference-errors.ts";
import { isVersionGiven, versionText } from "../versions.ts";
import type { Disabled, DraftManifest } from "./draft-manifest.ts";
import type { Draft, DraftKind } from "./draft.ts";

/** Which nodes `ref()` and properties files mean by a name. Built from a manifest; a snapshot of it. */
export interface RefIndex {
  /** Without a package: the one of that name in any package; two of them are an error. */
  find(name: string, packageName: string | null, version?: unknown): Draft | undefined;
  /** Names that can be referenced, for "did you mean". */
  names(): Iterable<string>;
}

export const REFABLE: ReadonlySet<DraftKind> = new Set(["model", "seed", "snapshot"]);

export function buildRefIndex(
  drafts: Iterable<Draft>,
  kinds: ReadonlySet<DraftKind> = REFABLE,
): RefIndex {
  const byName = new Map<string, Map<string, Draft>>();
  for (const draft of drafts) if (kinds.has(draft.kind)) add(byName, draft);
  return {
    find(name, packageName, version) {
      const found = byName.get(isVersionGiven(version) ? `${name}.v${versionText(version)}` : name);
      if (found === undefined) return undefined;
      if (packageName !== null) return found.get(packageName);
      if (found.size > 1)
        throw ambiguousRef(
          name,
          [...found.values()].map((each) => each.uniqueId),
        );
      return found.values().next().value;
    },
    names: () => byName.keys(),
  };
}

/** A versioned model answers to `name.v1`, and to its bare name if it is the latest. */
function add(byName: Map<string, Map<string, Draft>>, draft: Draft): void {
  const { version, latestVersion } = draft.model;
  const isLatest = version !== null && versionText(version) === versionText(latestVersion);
  const names =
    version === null ? [draft.name] : [searchName(draft), ...(isLatest ? [draft.name] : [])];
  for (const name of names) {
    const packages = byName.get(name);
    if (packages === undefined) byName.set(name, new Map([[draft.packageName, draft]]));
    else packages.set(draft.packageName, draft);
  }
}

export function searchName(draft: Draft): string {
  return draft.model.version === null
    ? draft.name
    : `${draft.name}.v${versionText(draft.model.version)}`;
}

/** Finds disabled resources by the name that a reference would use. */
export interface DisabledIndex {
  find(
    name: string,
    packageName: string | null,
    version?: unknown,
  ): readonly Disabled[] | undefined;
}

export function buildDisabledIndex(manifest: DraftManifest): DisabledIndex {
  const byName = new Map<string, Map<string, Disabled[]>>();
  for (const list of manifest.disabled.values()) {
    for (const disabled of list) {
      const { name, packageName } = addressOf(disabled);
      const packages = byName.get(name) ?? new Map<string, Disabled[]>();
      byName.set(name, packages.set(packageName, [...(packages.get(packageName) ?? []), disabled]));
    }
  }
  return {
    find(name, packageName, version) {
      const found = byName.get(isVersionGiven(version) ? `${name}.v${versionText(version)}` : name);
      return packageName === null ? found?.values().next().value : found?.get(packageName);
    },
  };
}

function addressOf(disabled: Disabled): { name: string; packageName: string } {
  if ("node" in disabled) {
    return { name: searchName(disabled.node), packageName: disabled.node.packageName };
  }
  const { resource } = disabled;
  const name =
    resource.resource_type === "source"
      ? `${resource.source_name}.${resource.name}`
      : resource.name;
  return { name, packageName: resource.package_name };
}
