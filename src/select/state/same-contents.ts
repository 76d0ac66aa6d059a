import type { EventBus } from "../../events/event-bus.ts";
import type { GraphResource } from "../../manifest/manifest.ts";
import type { ManifestNode, SeedNode } from "../../manifest/nodes.ts";
import type { ExposureNode, SemanticResource } from "../../manifest/other-resources.ts";
import type { SourceNode } from "../../manifest/source-node.ts";
import { jsonEquals } from "../../util/json-equals.ts";
import { seedOverLimit } from "../selection-events.ts";
import { sameConfig, sameRelation } from "./same-config.ts";
import { sameContract } from "./same-contract.ts";

/**
 * Whether a resource is what it was. A new node has changed; a new source, exposure, metric,
 * semantic model or saved query has not, as dbt has it.
 */
export function sameContents(
  now: GraphResource,
  old: GraphResource | undefined,
  events: EventBus,
): boolean {
  if (isParsedNode(now)) return isParsedNode(old) && sameNode(now, old, events);
  if (now.resource_type === "unit_test") {
    return old?.resource_type === "unit_test" && now.checksum === old.checksum;
  }
  return old === undefined || sameProperties(now, old);
}

/** Resources that live in properties files only. */
function sameProperties(
  now: SourceNode | ExposureNode | SemanticResource,
  old: GraphResource,
): boolean {
  switch (now.resource_type) {
    case "source":
      return old.resource_type === "source" && sameSource(now, old);
    case "exposure":
      return old.resource_type === "exposure" && sameExposure(now, old);
    default:
      return old.resource_type === now.resource_type && sameSemantic(now, old);
  }
}

/** Models, tests, seeds and the like: what stands in a file of its own. */
export function isParsedNode(resource: GraphResource | undefined): resource is ManifestNode {
  return resource !== undefined && !OTHER_TYPES.has(resource.resource_type);
}

const OTHER_TYPES = new Set([
  "source",
  "exposure",
  "unit_test",
  "metric",
  "semantic_model",
  "saved_query",
]);

function sameNode(now: ManifestNode, old: ManifestNode, events: EventBus): boolean {
  if (now.resource_type === "test" && "test_metadata" in now) {
    return sameConfig(now, old) && jsonEquals(now.fqn, old.fqn);
  }
  // Asked first: a breaking change of a contract warns or fails even where the body changed too.
  const contract = sameContract(now, old, events);
  return (
    sameBody(now, old, events) &&
    sameConfig(now, old) &&
    sameDescriptions(now, old) &&
    jsonEquals(now.fqn, old.fqn) &&
    sameRelation(now, old) &&
    sameReferences(now, old) &&
    contract
  );
}

export function sameBody(now: ManifestNode, old: ManifestNode, events: EventBus): boolean {
  if (now.resource_type === "seed" && old.resource_type === "seed")
    return sameSeed(now, old, events);
  return now.raw_code === old.raw_code;
}

function sameSeed(now: SeedNode, old: SeedNode, events: EventBus): boolean {
  const same = jsonEquals(now.checksum, old.checksum);
  if (now.checksum.name === "path") {
    const kind =
      old.checksum.name !== "path"
        ? "SeedIncreased"
        : same
          ? "SeedExceedsLimitSamePath"
          : "SeedExceedsLimitAndPathChanged";
    events.emit(seedOverLimit(kind, now.package_name, now.name));
  }
  return same;
}

/** Descriptions count only where they are persisted. */
export function sameDescriptions(now: ManifestNode, old: ManifestNode): boolean {
  const persist = now.config.persist_docs;
  const persists = (key: string): boolean =>
    typeof persist === "object" &&
    persist !== null &&
    Boolean((persist as Readonly<Record<string, unknown>>)[key]);
  if (persists("relation") && now.description !== old.description) return false;
  return !persists("columns") || jsonEquals(columnTexts(now), columnTexts(old));
}

function columnTexts(node: ManifestNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(node.columns).map(([name, column]) => [name, column.description]),
  );
}

/** What may break refs to a model; of a function also its signature. */
function sameReferences(now: ManifestNode, old: ManifestNode): boolean {
  if (now.resource_type === "function" && old.resource_type === "function") {
    return sameFields(now, old, ["arguments", "returns", "overloads"]);
  }
  if (now.resource_type !== "model" || old.resource_type !== "model") return true;
  return sameFields(now, old, ["latest_version", "access", "deprecation_date"]);
}

function sameSource(now: SourceNode, old: SourceNode): boolean {
  return (
    sameRelation(now, old) &&
    sameConfig(now, old) &&
    sameFields(now, old, ["fqn", "quoting", "freshness", "loaded_at_field", "external"])
  );
}

function sameExposure(now: ExposureNode, old: ExposureNode): boolean {
  const nodes = (exposure: ExposureNode): readonly string[] =>
    [...exposure.depends_on.nodes].sort();
  return (
    sameFields(now, old, ["fqn", "type", "owner", "maturity", "url", "description", "label"]) &&
    jsonEquals(nodes(now), nodes(old)) &&
    sameConfig(now, old)
  );
}

const SEMANTIC_FIELDS = {
  metric: ["type", "description", "label"],
  semantic_model: [
    "model",
    "description",
    "defaults",
    "entities",
    "dimensions",
    "measures",
    "primary_entity",
    "group",
  ],
  saved_query: ["query_params", "description", "label", "group", "tags"],
} as const;

function sameSemantic(now: SemanticResource, old: SemanticResource): boolean {
  return (
    sameFields(now, old, SEMANTIC_FIELDS[now.resource_type]) &&
    sameConfig(now, old) &&
    jsonEquals(exportsOf(now), exportsOf(old))
  );
}

/** A saved query's exports by name and by where they write, as configured. */
function exportsOf(resource: SemanticResource): unknown {
  const exported = resource.exports;
  if (!Array.isArray(exported)) return [];
  return exported.map((one: Readonly<Record<string, unknown>>) => {
    const config = (one.unrendered_config ?? {}) as Readonly<Record<string, unknown>>;
    return [one.name, config.export_as, config.schema, config.alias];
  });
}

function sameFields<T extends object>(now: T, old: T, fields: readonly (keyof T)[]): boolean {
  return fields.every((field) => jsonEquals(now[field], old[field]));
}
