import { noNodeForYamlKey } from "../../events/parse-events.ts";
import { severalDisabled } from "../../errors/project-errors.ts";
import { isMapping, placeOf } from "../../yaml/typed-readers.ts";
import { columnsByName } from "../columns.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { deepMerge } from "../config/deep-merge.ts";
import { addDisabled, addEnabledNode } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import { setAccess, updateConfig } from "../drafts/update-config.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { versionText } from "../versions.ts";
import { readModelConstraints } from "../constraints.ts";
import { child } from "../../yaml/typed-readers.ts";
import type { Entry } from "./entries.ts";
import { applyContract, setConstraints } from "./model-contract.ts";
import { readNodePatch, type NodePatch } from "./patch-node.ts";
import type { ModelVersion, ModelVersions } from "./read-versions.ts";

/** Turns the files of a versioned model's entry into its versions. A missing file is a warning. */
export function patchVersions(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: Entry,
  versions: ModelVersions,
): void {
  const patch = readNodePatch(entry);
  for (const version of versions.versions) {
    const found = takeNode(environment, lookups, { patch, version, versions });
    if (found === undefined) {
      environment.events.emit(
        noNodeForYamlKey(fileOf(entry, version), entry.key, placeOf(version.at)),
      );
      continue;
    }
    becomeVersion(found.draft, patch, version, versions);
    if (found.isEnabled) addEnabledNode(environment.manifest, found.draft);
    else addDisabled(environment.manifest, found.draft.uniqueId, { node: found.draft });
    describe(environment, found.draft, { patch, version, versions });
  }
  lookups.refresh();
}

interface VersionInputs {
  readonly patch: NodePatch;
  readonly version: ModelVersion;
  readonly versions: ModelVersions;
}

function fileOf(entry: Entry, version: ModelVersion): string {
  return version.definedIn ?? `${entry.name}_v${versionText(version.version)}`;
}

interface Taken {
  readonly draft: Draft;
  readonly isEnabled: boolean;
}

/** Takes the version's node out of the manifest: by its file, or for the latest by the bare name. */
function takeNode(
  { manifest }: ParseEnvironment,
  lookups: Lookups,
  { patch, version, versions }: VersionInputs,
): Taken | undefined {
  const { entry } = patch;
  const file = fileOf(entry, version);
  const packageName = entry.file.file.packageName;
  const isLatest = versionText(version.version) === versionText(versions.latest);
  const refs = lookups.refs();
  const draft =
    refs.find(file, packageName) ?? (isLatest ? refs.find(entry.name, packageName) : undefined);
  if (draft !== undefined && manifest.nodes.get(draft.uniqueId) === draft) {
    manifest.nodes.delete(draft.uniqueId);
    return { draft, isEnabled: true };
  }
  const [disabled, ...others] = lookups.disabledNodes(file, null, "model");
  if (disabled === undefined) return undefined;
  if (others.length > 0 && patch.config.enabled)
    throw severalDisabled("model", entry.name, placeOf(entry.at));
  manifest.disabled.delete(disabled.uniqueId);
  return { draft: disabled, isEnabled: false };
}

function becomeVersion(
  draft: Draft,
  { name, entry }: NodePatch,
  version: ModelVersion,
  versions: ModelVersions,
): void {
  const suffix = `v${versionText(version.version)}`;
  draft.uniqueId = `model.${entry.file.file.packageName}.${name}.${suffix}`;
  draft.fqn = [...draft.fqn.slice(0, -1), name, suffix];
  draft.name = name;
  draft.patchPath = entry.file.id;
  draft.description = version.description || readNodePatch(entry).description;
  draft.columns = columnsByName(version.columns);
  draft.model.version = version.version;
  draft.model.latestVersion = versions.latest;
  draft.model.deprecationDate = version.deprecationDate;
}

function describe(
  environment: ParseEnvironment,
  draft: Draft,
  { patch, version }: VersionInputs,
): void {
  const own = readModelConstraints(child(patch.entry.at, "constraints"));
  const constraints = version.constraints.length > 0 ? version.constraints : own;
  if (version.access !== null) setAccess(draft, version.access);
  setConstraints(environment, draft, constraints);
  applyContract(draft);
  updateConfig(environment, draft, {
    packageName: patch.entry.file.file.packageName,
    config: deepMerge(patch.config, version.config),
    unrendered: rawVersionConfig(patch.entry, version),
  });
  // Again: whether the contract is enforced, and whether its constraints are written, is known now.
  setConstraints(environment, draft, constraints);
  applyContract(draft);
}

function rawVersionConfig({ raw }: Entry, { at }: ModelVersion): ConfigDict | undefined {
  const index = at.path.at(-1);
  const list = raw.versions;
  const item: unknown = Array.isArray(list) && typeof index === "number" ? list[index] : undefined;
  const config = isMapping(item) ? item.config : undefined;
  return isMapping(config) && Object.keys(config).length > 0 ? config : undefined;
}
