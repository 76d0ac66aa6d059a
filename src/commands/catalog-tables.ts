import type { RelationDetails } from "../adapter/catalog.ts";
import type { CatalogStat, CatalogTable } from "../artifacts/catalog-artifact.ts";

/** What the engine says of relations, in the shape of catalog.json. */
export function catalogTables(
  relations: ReadonlyMap<string, RelationDetails>,
): Readonly<Record<string, CatalogTable>> {
  return Object.fromEntries([...relations].map(([id, details]) => [id, catalogTable(id, details)]));
}

function catalogTable(id: string, details: RelationDetails): CatalogTable {
  return {
    metadata: {
      type: details.kind,
      schema: details.schema,
      name: details.identifier,
      database: null,
      comment: details.comment ?? null,
      owner: details.owner ?? null,
    },
    columns: Object.fromEntries(
      details.columns.map((column, index) => [
        column.name,
        {
          type: column.type,
          index: index + 1,
          name: column.name,
          comment: column.comment ?? null,
        },
      ]),
    ),
    stats: catalogStats(details),
    unique_id: id,
  };
}

function catalogStats(details: RelationDetails): Readonly<Record<string, CatalogStat>> {
  const stats = details.statistics.map((statistic): CatalogStat => ({
    ...statistic,
    include: true,
  }));
  const hasStats: CatalogStat = {
    id: "has_stats",
    label: "Has Stats?",
    value: stats.length > 0,
    include: false,
    description: "Whether the engine keeps statistics of this table.",
  };
  return Object.fromEntries([...stats, hasStats].map((stat) => [stat.id, stat]));
}
