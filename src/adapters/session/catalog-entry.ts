import type { Table } from "@aws-sdk/client-glue";
import type {
  CatalogColumn,
  CatalogRelation,
  CatalogStatistic,
  RelationDetails,
} from "../../adapter/catalog.ts";
import { tableFormat } from "./table-format.ts";

/** A table's entry in the Data Catalog as the contract's relation. */
export function relationOf(schema: string, table: Table): CatalogRelation {
  const { kind, provider } = tableFormat(table);
  return {
    schema,
    identifier: table.Name ?? "",
    kind,
    ...(provider === undefined ? {} : { provider }),
    ...(table.Owner === undefined ? {} : { owner: table.Owner }),
    ...(table.Description === undefined ? {} : { comment: table.Description }),
  };
}

/** Partition columns stand apart in the API and last in Spark. */
export function columnsOf(table: Table): CatalogColumn[] {
  const plain = table.StorageDescriptor?.Columns ?? [];
  const keys = table.PartitionKeys ?? [];
  return [...plain.map((c) => [c, false] as const), ...keys.map((c) => [c, true] as const)].map(
    ([column, partition]) => ({
      name: column.Name ?? "",
      type: column.Type ?? "",
      ...(column.Comment === undefined ? {} : { comment: column.Comment }),
      ...(partition ? { partition } : {}),
    }),
  );
}

export function detailsOf(schema: string, table: Table): RelationDetails {
  const location = table.StorageDescriptor?.Location;
  return {
    ...relationOf(schema, table),
    columns: columnsOf(table),
    statistics: statisticsOf(table),
    ...(location === undefined || location === "" ? {} : { location }),
  };
}

/** Parameter, statistic's id, label, description; the first that a table has wins. */
const STATISTICS: readonly (readonly [string, string, string, string])[] = [
  ["spark.sql.statistics.numRows", "num_rows", "Row count", "Rows, as Spark last counted them"],
  ["spark.sql.statistics.totalSize", "bytes", "Size", "Bytes, as Spark last measured them"],
  ["numRows", "num_rows", "Row count", "Rows, as the catalog has them"],
  ["totalSize", "bytes", "Size", "Bytes, as the catalog has them"],
];

function statisticsOf(table: Table): CatalogStatistic[] {
  const found = new Map<string, CatalogStatistic>();
  for (const [parameter, id, label, description] of STATISTICS) {
    const value = Number(table.Parameters?.[parameter]);
    if (Number.isFinite(value) && value >= 0 && !found.has(id))
      found.set(id, { id, label, value, description });
  }
  return [...found.values()];
}
