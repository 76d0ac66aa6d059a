import { exposureName } from "../../events/parse-deprecations.ts";
import { checkKeys } from "../properties/known-keys.ts";
import { readStringOrList } from "../../yaml/typed-readers.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  placeOf,
  readChoice,
  readMapping,
  readOptional,
  readString,
  readStringList,
  required,
} from "../../yaml/typed-readers.ts";
import { ownerWithoutName } from "../../errors/properties-errors.ts";
import type { Owner } from "../../manifest/other-resources.ts";
import type { ProjectConfig } from "../../config/project-config.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import { addDisabled, addUnique, type DraftExposure } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";

const TYPES = ["dashboard", "notebook", "analysis", "ml", "application"] as const;
const MATURITIES = ["low", "medium", "high"] as const;

/** One entry of `exposures:`. */
export function parseExposure(environment: ParseEnvironment, entry: Entry): void {
  const { manifest } = environment;
  const exposure = exposureOf(environment, entry);
  const place = placeOf(entry.at);
  if (!/^[\p{L}\p{N}_-]+$/u.test(entry.name))
    environment.events.emit(exposureName(entry.name, place));
  if (exposure.config.enabled === false)
    addDisabled(manifest, exposure.unique_id, { resource: exposure });
  else addUnique(manifest, manifest.exposures, { id: exposure.unique_id, value: exposure, place });
}

function exposureOf({ runtime, templates }: ParseEnvironment, entry: Entry): DraftExposure {
  const { at, name } = entry;
  checkKeys(at, "exposure");
  const { file } = entry.file;
  const fqn = [...fqnPrefix(file.packageName, file.path), name];
  const patch = readGiven(child(at, "config"), readMapping) ?? {};
  const inputs: ConfigInputs = {
    kind: "exposure",
    fqn,
    packageName: file.packageName,
    calls: {},
    patch,
  };
  const config = calculateConfig(runtime, inputs);
  const project = runtime.packages.get(file.packageName) ?? runtime.project;
  const { tags, meta } = inherit(project, at, config);
  const calls = readGiven(child(at, "depends_on"), readStringList) ?? [];
  const references = templates.renderReferences(calls, placeOf(child(at, "depends_on")));
  return {
    name,
    resource_type: "exposure",
    package_name: file.packageName,
    path: file.path,
    original_file_path: file.originalFilePath,
    unique_id: `exposure.${file.packageName}.${name}`,
    fqn,
    type: readChoice(required(at, "type"), TYPES),
    owner: readOwner(at, "exposure"),
    description: readGiven(child(at, "description"), readString) ?? "",
    label: readOptional(child(at, "label"), readString) ?? null,
    maturity: readOptional(child(at, "maturity"), (each) => readChoice(each, MATURITIES)) ?? null,
    meta: asJsonObject(meta),
    tags,
    config: asJsonObject({ ...config, tags, meta }),
    unrendered_config: asJsonObject(calculateUnrenderedConfig(runtime, inputs)),
    url: readOptional(child(at, "url"), readString) ?? null,
    depends_on: { macros: [], nodes: [] },
    ...references,
    created_at: runtime.startedAt.getTime() / 1000,
  };
}

/** Tags and meta join those at the top of the project's `exposures:` tree (without a `+`, as dbt reads them). */
function inherit(
  project: ProjectConfig,
  at: Located,
  config: Readonly<Record<string, unknown>>,
): { tags: string[]; meta: Record<string, unknown> } {
  const tree = project.trees.exposures;
  const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
  const own = readGiven(child(at, "tags"), readStringList) ?? [];
  const meta = (value: unknown): Record<string, unknown> =>
    typeof value === "object" && value !== null ? { ...value } : {};
  return {
    tags: [...new Set([...list(tree.tags), ...own, ...list(config.tags)])].sort(),
    meta: {
      ...meta(tree.meta),
      ...readGiven(child(at, "meta"), readMapping),
      ...meta(config.meta),
    },
  };
}

/** `owner:` of an exposure or a group: a name or an email at least. */
export function readOwner(at: Located, kind: string): Owner {
  const owner = required(at, "owner");
  const given = readMapping(owner);
  const name = readOptional(child(owner, "name"), readString) ?? null;
  const email = readOptional(child(owner, "email"), readStringOrList);
  if (name === null && email === undefined) throw ownerWithoutName(kind, placeOf(owner));
  const extras = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, asJson(value)]),
  );
  return { ...extras, email: asOwnerEmail(given.email), name };
}

function asOwnerEmail(value: unknown): string | readonly string[] | null {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? (value as string[]) : null;
}
