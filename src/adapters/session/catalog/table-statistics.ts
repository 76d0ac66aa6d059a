import type { Table } from "@aws-sdk/client-glue";
import type { CatalogStatistic } from "../../../adapter/catalog.ts";

interface Source {
  readonly parameter: string;
  readonly id: "rows" | "bytes" | "files";
  readonly description: string;
}

/** Who counted: Spark's ANALYZE TABLE first, then Hive's and Iceberg's writers, then crawlers. */
const SOURCES: readonly Source[] = [
  {
    parameter: "spark.sql.statistics.numRows",
    id: "rows",
    description: "Rows, as Spark counted them last.",
  },
  {
    parameter: "spark.sql.statistics.totalSize",
    id: "bytes",
    description: "Bytes, as Spark measured them last.",
  },
  { parameter: "numRows", id: "rows", description: "Rows, as the last writer counted them." },
  {
    parameter: "totalSize",
    id: "bytes",
    description: "Bytes, as the last writer measured them.",
  },
  { parameter: "numFiles", id: "files", description: "Files, as the last writer counted them." },
  { parameter: "recordCount", id: "rows", description: "Rows, as a crawler estimated them." },
  { parameter: "sizeKey", id: "bytes", description: "Bytes, as a crawler measured them." },
  { parameter: "objectCount", id: "files", description: "Files, as a crawler counted them." },
];

/** The statistics that a table's entry carries; ids and labels are dbt-spark's. */
export function statisticsOf(table: Table): CatalogStatistic[] {
  const found = new Map<string, CatalogStatistic>();
  for (const { parameter, id, description } of SOURCES) {
    const value = Number.parseInt(table.Parameters?.[parameter] ?? "", 10);
    if (value >= 0 && !found.has(id)) found.set(id, { id, label: id, value, description });
  }
  return [...found.values()];
}
