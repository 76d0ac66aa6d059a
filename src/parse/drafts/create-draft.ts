import type { FileHash } from "../../manifest/node-parts.ts";
import type { Place } from "../../errors/place.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Draft, DraftKind, FunctionPart, GenericTestPart, HookPart } from "./draft.ts";

export interface DraftFacts {
  readonly kind: DraftKind;
  readonly name: string;
  readonly packageName: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly originalFilePath: string;
  readonly fqn: readonly string[];
  readonly rawCode: string;
  readonly language?: string;
  readonly checksum: FileHash;
  readonly place: Place;
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly calls?: ConfigDict;
  readonly test?: GenericTestPart;
  readonly hook?: HookPart;
}

/** A node as it is before anything is rendered. Its config is not there yet: see `startConfig`. */
export function createDraft(environment: ParseEnvironment, facts: DraftFacts): Draft {
  const { profile, startedAt } = environment.runtime;
  const { kind, name, packageName, path, originalFilePath, checksum, place } = facts;
  return {
    kind,
    packageName,
    path,
    originalFilePath,
    language: facts.language ?? "sql",
    checksum,
    createdAt: startedAt.getTime() / 1000,
    place,
    name,
    uniqueId: facts.uniqueId,
    fqn: [...facts.fqn],
    rawCode: facts.rawCode,
    database: profile.credentials.database,
    schema: profile.schema,
    alias: name,
    relationName: null,
    config: {},
    unrenderedConfig: {},
    calls: facts.calls ?? {},
    unrenderedCalls: {},
    tags: [...(facts.tags ?? [])],
    meta: {},
    group: null,
    docs: { show: true, node_color: null },
    description: facts.description ?? "",
    columns: {},
    docBlocks: [],
    patchPath: null,
    contract: { enforced: false, alias_types: true, checksum: null },
    refs: [],
    sources: [],
    metrics: [],
    functions: [],
    dependsOnMacros: new Set(),
    dependsOnNodes: new Set(),
    model: {
      access: "protected",
      constraints: [],
      version: null,
      latestVersion: null,
      deprecationDate: null,
      primaryKey: [],
      timeSpine: null,
    },
    test: facts.test,
    hook: facts.hook,
    functionPart: NO_FUNCTION,
  };
}

const NO_FUNCTION: FunctionPart = { returns: null, arguments: [], overloads: [] };
