import type { ManifestNode } from "../manifest/nodes.ts";
import type { SourceNode } from "../manifest/source-node.ts";
import type { Json } from "../util/json.ts";
import {
  ephemeralName,
  makeRelation,
  SPARK_QUOTE_POLICY,
  type DbtRelation,
  type EventTimeFilter,
  type PartPolicy,
} from "./relation.ts";

type Quoting = Readonly<Record<string, Json | undefined>>;

/** What a reference may cut from the rows it reads. */
export interface RowBounds {
  readonly limit: number | null;
  readonly eventTimeFilter: EventTimeFilter | null;
}

const ALL_ROWS: RowBounds = { limit: null, eventTimeFilter: null };

/**
 * Where a node's rows live. There is no database above a schema on Spark, whatever artifacts say.
 * Only the project's quoting counts: dbt does not read a model's own.
 */
export function relationForNode(
  node: ManifestNode,
  projectQuoting: Quoting,
  bounds: RowBounds = ALL_ROWS,
): DbtRelation {
  return makeRelation({
    ...bounds,
    schema: node.schema,
    identifier: node.alias,
    type: node.resource_type === "function" ? "function" : null,
    quotePolicy: mergeQuoting(projectQuoting),
  });
}

/** Sources do not see the project's quoting. */
export function relationForSource(source: SourceNode, bounds: RowBounds = ALL_ROWS): DbtRelation {
  return makeRelation({
    ...bounds,
    schema: source.schema,
    identifier: source.identifier,
    quotePolicy: mergeQuoting({}, source.quoting),
  });
}

/** The CTE that stands for an ephemeral model. */
export function ephemeralRelation(node: ManifestNode, bounds: RowBounds = ALL_ROWS): DbtRelation {
  return makeRelation({ ...bounds, identifier: ephemeralName(node.alias), type: "cte" });
}

export function mergeQuoting(...layers: readonly Quoting[]): PartPolicy {
  const merged = { ...SPARK_QUOTE_POLICY };
  for (const layer of layers) {
    for (const part of ["database", "schema", "identifier"] as const) {
      const value = layer[part];
      if (typeof value === "boolean") merged[part] = value;
    }
  }
  return merged;
}
