import { pyStr } from "../../jinja/python-text.ts";
import { generateSchemaNameNull } from "../../events/parse-deprecations.ts";
import { accessValue, nullSchema } from "../../errors/project-errors.ts";
import type { EngineError } from "../../errors/engine-error.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import { mergeQuoting } from "../../context/relation-for-node.ts";
import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { type DbtRelation, makeRelation, renderRelation } from "../../context/relation.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { deepMerge } from "../config/deep-merge.ts";
import { initialConfig } from "../config/merge-config.ts";
import { normalizeConfig } from "../config/normalize-config.ts";
import { omitNone } from "../config/omit-none.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import { REFABLE } from "./ref-index.ts";
import { draftFact } from "./draft-facts.ts";
import { type Draft, isEphemeral } from "./draft.ts";

/** `config:` of a properties file, rendered and as written. */
export interface ConfigPatch {
  /** The package whose file it is in; its config tree counts then, and not that of the node's own. */
  readonly packageName: string;
  readonly config: ConfigDict;
  readonly unrendered: ConfigDict | undefined;
}

/** The config that a draft starts with: all levels but the properties file. */
export function startConfig(environment: ParseEnvironment, draft: Draft): void {
  draft.config = fill(draft, settled(environment, draft, { ...inputsOf(draft) }));
}

/**
 * Settles a draft's config from all levels, and what follows from it: tags, meta, group, docs,
 * access, contract, the names of its relation. Renders its hooks, for the references in them.
 *
 * Runs after the file is rendered, and again when a properties file is found. A key that the second
 * calculation leaves null keeps what the first one gave, as in dbt.
 */
export function updateConfig(
  environment: ParseEnvironment,
  draft: Draft,
  patch?: ConfigPatch,
): void {
  const patchConfig = { ...patch?.config };
  if (draft.language === "python" && draft.kind === "model") patchConfig.materialized ??= "table";
  const inputs = { ...inputsOf(draft), packageName: patch?.packageName ?? draft.packageName };
  const config = settled(environment, draft, { ...inputs, patch: patchConfig });
  copyToNode(draft, config);
  draft.unrenderedConfig = calculateUnrenderedConfig(environment.runtime, {
    ...inputs,
    calls: unrenderedCallsOf(environment, draft),
    patch: patch?.unrendered === undefined ? patchConfig : deepMerge(patchConfig, patch.unrendered),
  });
  draft.config = fill(draft, { ...omitNone(draft.kind, draft.config), ...config });
  updateNames(environment, draft, config);
  if (draft.kind !== "test") renderHooks(environment, draft);
}

function inputsOf(draft: Draft): ConfigInputs {
  return { kind: draft.kind, fqn: draft.fqn, packageName: draft.packageName, calls: draft.calls };
}

function settled(environment: ParseEnvironment, draft: Draft, inputs: ConfigInputs): ConfigDict {
  try {
    return omitNone(draft.kind, calculateConfig(environment.runtime, inputs));
  } catch (error) {
    throw isEngineError(error) ? inNode(error, draft) : error;
  }
}

function inNode(error: EngineError, draft: Draft): EngineError {
  return error.with({ place: draft.place, node: draft.uniqueId });
}

/** Missing fields get their defaults back. */
function fill(draft: Draft, config: ConfigDict): ConfigDict {
  return normalizeConfig(draft.kind, { ...initialConfig(draft.kind), ...config });
}

/** Without literal calls the source text of the calls is compared; dbt keeps only one of the two. */
function unrenderedCallsOf(environment: ParseEnvironment, draft: Draft): ConfigDict {
  const hasText = Object.keys(draft.unrenderedCalls).length > 0;
  const wantsText = hasBehavior(environment, "state_modified_compare_more_unrendered_values");
  return wantsText && (hasText || Object.keys(draft.calls).length === 0)
    ? draft.unrenderedCalls
    : draft.calls;
}

/** Older spellings keep these also beside `config`. */
function copyToNode(draft: Draft, config: ConfigDict): void {
  for (const tag of listOfStrings(config.tags)) if (!draft.tags.includes(tag)) draft.tags.push(tag);
  const { meta, group, docs, contract, access } = config;
  if (isMapping(meta) && Object.keys(meta).length > 0) draft.meta = { ...meta };
  if (typeof group === "string" && group !== "") draft.group = group;
  if (draft.kind === "model" && typeof access === "string") setAccess(draft, access);
  if (isMapping(docs)) {
    draft.docs = {
      show: docs.show !== false,
      node_color: (docs.node_color as string | undefined) ?? null,
    };
  }
  if (isMapping(contract)) {
    draft.contract = {
      enforced: contract.enforced === true,
      alias_types: contract.alias_types !== false,
      checksum: null,
    };
  }
}

const ACCESS = ["private", "protected", "public"];

export function setAccess(draft: Draft, access: string): void {
  if (!ACCESS.includes(access)) throw accessValue(draft.uniqueId, access, ACCESS, draft.place);
  draft.model.access = access;
}

function listOfStrings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function updateNames(environment: ParseEnvironment, draft: Draft, config: ConfigDict): void {
  const { templates } = environment;
  const owner = { packageName: draft.packageName, fact: (name: string) => draftFact(draft, name) };
  draft.database = nameOf(templates.generateName("database", owner, config.database ?? null));
  draft.schema = nameOf(templates.generateName("schema", owner, config.schema ?? null));
  if (draft.schema === null) checkNullSchema(environment, draft);
  draft.alias = nameOf(templates.generateName("alias", owner, config.alias ?? null)) ?? draft.name;
  if (draft.kind === "snapshot") {
    draft.database = given(config.target_database) ?? draft.database;
    draft.schema = given(config.target_schema) ?? draft.schema;
  }
  draft.relationName = hasRelation(environment, draft) ? relationName(environment, draft) : null;
}

function checkNullSchema(environment: ParseEnvironment, draft: Draft): void {
  if (hasBehavior(environment, "require_valid_schema_from_generate_schema_name")) {
    throw nullSchema(draft.uniqueId, draft.place);
  }
  environment.events.emit(generateSchemaNameNull(draft.uniqueId, draft.place));
}

function nameOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value.trim() : pyStr(value);
}

function given(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function hasRelation(environment: ParseEnvironment, draft: Draft): boolean {
  if (draft.kind === "function") return true;
  if (draft.kind !== "test") return REFABLE.has(draft.kind) && !isEphemeral(draft);
  return draft.config.store_failures === true || environment.runtime.flags.storeFailures;
}

/** The address as `ref()` prints it. */
export function relationName({ runtime }: ParseEnvironment, draft: Draft): string {
  return renderRelation(relationOf(runtime, draft));
}

/** Where a draft's rows will be. The config `quoting` of a node has no effect, as in dbt. */
export function relationOf({ project }: RuntimeConfig, draft: Draft): DbtRelation {
  return makeRelation({
    database: draft.database,
    schema: draft.schema,
    identifier: draft.alias,
    quotePolicy: mergeQuoting(project.quoting),
  });
}

function renderHooks(environment: ParseEnvironment, draft: Draft): void {
  for (const key of ["pre-hook", "post-hook"]) {
    const hooks = draft.config[key];
    if (!Array.isArray(hooks)) continue;
    for (const hook of hooks as { readonly sql: string }[])
      environment.templates.renderNode(draft, hook.sql);
  }
}
