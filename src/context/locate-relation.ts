import type { ManifestNode } from "../manifest/nodes.ts";
import type { SourceNode } from "../manifest/source-node.ts";
import type { ContextSkeleton } from "./context-skeleton.ts";
import { relationForNode, relationForSource, type RowBounds } from "./relation-for-node.ts";
import {
  fileFormatOf,
  inCatalogOf,
  isIcebergFormat,
  makesTable,
} from "./relation/iceberg-catalog.ts";
import type { DbtRelation } from "./relation.ts";

/** Where a node's rows will be once it is built: its address, in the catalog of its format. */
export function relationOfNode(
  { projectQuoting, icebergCatalog, invocation }: ContextSkeleton,
  node: ManifestNode,
  bounds?: RowBounds,
): DbtRelation {
  return {
    ...relationForNode(node, projectQuoting, bounds),
    catalog:
      makesTable(node) && isIcebergFormat(fileFormatOf(node, invocation)) ? icebergCatalog : null,
  };
}

/** Where a node's rows are now: a table that was built in another format is in another catalog. */
export function locateNode(
  skeleton: ContextSkeleton,
  node: ManifestNode,
  bounds?: RowBounds,
): Promise<DbtRelation> {
  return locate(skeleton, relationOfNode(skeleton, node, bounds));
}

/** Where a source's rows are. Only the Data Catalog knows the format of a source. */
export function locateSource(
  skeleton: ContextSkeleton,
  source: SourceNode,
  bounds?: RowBounds,
): Promise<DbtRelation> {
  return locate(skeleton, relationForSource(source, bounds));
}

/** What is known of a relation that a node's materialization has made. */
export function builtRelation(
  { invocation }: ContextSkeleton,
  node: ManifestNode,
  relation: DbtRelation,
): DbtRelation {
  const built = { ...relation, dbtCreated: true };
  if (relation.type !== "table" || relation.provider !== null) return built;
  const format = fileFormatOf(node, invocation);
  return { ...built, provider: isIcebergFormat(format) ? "iceberg" : format };
}

async function locate(skeleton: ContextSkeleton, relation: DbtRelation): Promise<DbtRelation> {
  const { cache, icebergCatalog, invocation } = skeleton;
  const { schema, identifier } = relation;
  const mayAsk = icebergCatalog !== null && invocation.runtime.flags.introspect;
  if (!mayAsk || schema === null || identifier === null) return relation;
  const found = await cache.find(schema, identifier);
  return found ? inCatalogOf(relation, found, icebergCatalog) : relation;
}
