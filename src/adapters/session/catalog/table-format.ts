import type { Table } from "@aws-sdk/client-glue";
import type { RelationKind } from "../../../adapter/catalog.ts";

/** What a Data Catalog entry is: its kind and, for tables, Spark's provider. */
export interface TableFormat {
  readonly kind: RelationKind;
  readonly provider: string | undefined;
}

/** Formats that name themselves in the parameter `table_type`, which others use for other things. */
const SELF_NAMED = ["iceberg", "delta", "hudi"];

/** Words in the classes of Hive tables, the telling ones first: a symlink's input is text, its SerDe says more. */
const CLASS_WORDS: readonly (readonly [string, string])[] = [
  ["hudi", "hudi"],
  ["hoodie", "hudi"],
  ["parquet", "parquet"],
  [".orc", "orc"],
  ["avro", "avro"],
  ["json", "json"],
  ["csv", "csv"],
  ["text", "text"],
];

/**
 * Reads the signs that Spark, Athena, crawlers, Iceberg, Delta and Hudi leave in a table's entry.
 * `TableType` may be absent; the parameters decide.
 */
export function tableFormat(table: Table): TableFormat {
  if (table.TableType === "VIRTUAL_VIEW") return { kind: "view", provider: undefined };
  return { kind: "table", provider: providerOf(table) };
}

function providerOf(table: Table): string | undefined {
  const parameters = table.Parameters ?? {};
  const tableType = lower(parameters.table_type);
  if (tableType !== undefined && SELF_NAMED.includes(tableType)) return tableType;
  return (
    lower(parameters["spark.sql.sources.provider"]) ??
    lower(parameters.classification) ??
    classProvider(table)
  );
}

function classProvider({ StorageDescriptor: storage }: Table): string | undefined {
  const classes = [storage?.SerdeInfo?.SerializationLibrary, storage?.InputFormat]
    .join(" ")
    .toLowerCase();
  return CLASS_WORDS.find(([word]) => classes.includes(word))?.[1];
}

function lower(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value.toLowerCase();
}
