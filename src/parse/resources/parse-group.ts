import { checkKeys } from "../properties/known-keys.ts";
import { child, placeOf, readMapping, readOptional, readString } from "../../yaml/typed-readers.ts";
import { asJsonObject } from "../as-json.ts";
import { calculateConfig } from "../config/calculate-config.ts";
import { addUnique } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";
import { readOwner } from "./parse-exposure.ts";

/** One entry of `groups:`. */
export function parseGroup(
  { manifest, runtime }: ParseEnvironment,
  { at, name, file }: Entry,
): void {
  checkKeys(at, "group");
  const { packageName, path, originalFilePath } = file.file;
  const id = `group.${packageName}.${name}`;
  // dbt has no tree for groups and takes that of models.
  const config = calculateConfig(runtime, {
    kind: "group",
    fqn: [...fqnPrefix(packageName, path), name],
    packageName,
    calls: {},
    patch: { ...readGiven(child(at, "config"), readMapping) },
  });
  const group = {
    name,
    resource_type: "group" as const,
    package_name: packageName,
    path,
    original_file_path: originalFilePath,
    unique_id: id,
    owner: readOwner(at, "group"),
    description: readOptional(child(at, "description"), readString) ?? null,
    config: asJsonObject(config),
  };
  addUnique(manifest, manifest.groups, { id, value: group, place: placeOf(at) });
}
