import type { Table } from "@aws-sdk/client-glue";
import type { RelationKind } from "../../adapter/catalog.ts";

/** What a Data Catalog entry is: its kind and, for tables, Spark's provider. */
export interface TableFormat {
  readonly kind: RelationKind;
  readonly provider: string | undefined;
}

/**
 * Reads the signs that Spark, Athena, Iceberg, Delta and Hudi leave in a table's entry. TableType
 * may be absent; the parameters decide.
 */
export function tableFormat(table: Table): TableFormat {
  if (table.TableType === "VIRTUAL_VIEW") return { kind: "view", provider: undefined };
  const parameters = table.Parameters ?? {};
  const declared =
    lower(parameters.table_type) ??
    lower(parameters["spark.sql.sources.provider"]) ??
    lower(parameters.classification);
  return { kind: "table", provider: declared ?? inputFormatProvider(table) };
}

function inputFormatProvider(table: Table): string | undefined {
  const format = table.StorageDescriptor?.InputFormat?.toLowerCase() ?? "";
  if (format.includes("hudi") || format.includes("hoodie")) return "hudi";
  return ["parquet", "orc", "avro", "json", "text"].find((name) => format.includes(name));
}

function lower(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value.toLowerCase();
}
