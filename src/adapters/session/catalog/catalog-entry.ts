import type { Column, Table } from "@aws-sdk/client-glue";
import type { CatalogColumn, CatalogRelation, RelationDetails } from "../../../adapter/catalog.ts";
import { sparkFields, sparkTypeText } from "./spark-schema.ts";
import { tableFormat } from "./table-format.ts";
import { statisticsOf } from "./table-statistics.ts";

/** A table's entry in the Data Catalog as the contract's relation. */
export function relationOf(schema: string, table: Table): CatalogRelation {
  const { kind, provider } = tableFormat(table);
  const owner = table.Owner ?? table.Parameters?.owner;
  const comment = table.Description ?? table.Parameters?.comment;
  return {
    schema,
    identifier: table.Name ?? "",
    kind,
    ...(provider === undefined ? {} : { provider }),
    ...(owner === undefined || owner === "" ? {} : { owner }),
    ...(comment === undefined || comment === "" ? {} : { comment }),
  };
}

/**
 * The columns as Spark's DESCRIBE lists them: partition columns last, without what Hudi adds to
 * every table and what Iceberg once had.
 */
export function columnsOf(table: Table): CatalogColumn[] {
  const comments = commentsOf(table);
  const partitions = new Set((table.PartitionKeys ?? []).map((key) => lower(key.Name)));
  const columns = sparkColumns(table) ?? storedColumns(table);
  return columns
    .filter(({ name }) => !name.startsWith("_hoodie_"))
    .map((column) => {
      const comment = column.comment ?? comments.get(column.name.toLowerCase());
      return {
        name: column.name,
        type: column.type,
        ...(comment === undefined || comment === "" ? {} : { comment }),
        ...(partitions.has(column.name.toLowerCase()) ? { partition: true } : {}),
      };
    });
}

/**
 * Whether the entry says nothing of the columns: Delta writes them into its own log, and Spark then
 * leaves one column `col` here.
 */
export function hidesColumns(table: Table): boolean {
  if (tableFormat(table).provider !== "delta" || sparkFields(table)) return false;
  const columns = table.StorageDescriptor?.Columns ?? [];
  const [only] = columns;
  return (
    columns.length === 0 ||
    (columns.length === 1 && only?.Name === "col" && only.Type === "array<string>")
  );
}

export function detailsOf(schema: string, table: Table): RelationDetails {
  const location = locationOf(table);
  return {
    ...relationOf(schema, table),
    columns: columnsOf(table),
    statistics: statisticsOf(table),
    ...(location === undefined ? {} : { location }),
  };
}

/** Spark's data source tables say where they lie in the SerDe's `path`; Hive gets a stand-in. */
export function locationOf({ StorageDescriptor: storage }: Table): string | undefined {
  const location = storage?.SerdeInfo?.Parameters?.path ?? storage?.Location;
  return location === "" ? undefined : location;
}

interface PlainColumn {
  readonly name: string;
  readonly type: string;
  readonly comment?: string | undefined;
}

/** Hive tables have the schema too, but there the Data Catalog's own columns are what counts. */
function sparkColumns(table: Table): PlainColumn[] | undefined {
  const isHive = table.Parameters?.["spark.sql.sources.provider"] === undefined;
  if (isHive && table.TableType !== "VIRTUAL_VIEW") return undefined;
  return sparkFields(table)?.map((field) => {
    const comment = field.metadata?.comment;
    return {
      name: field.name,
      type: sparkTypeText(field),
      ...(typeof comment === "string" ? { comment } : {}),
    };
  });
}

function storedColumns(table: Table): PlainColumn[] {
  return [...(table.StorageDescriptor?.Columns ?? []), ...(table.PartitionKeys ?? [])]
    .filter(isCurrent)
    .map(({ Name, Type }) => ({ name: Name ?? "", type: Type ?? "" }));
}

/** Iceberg lists dropped columns too, after the ones that are, and marks them. */
function isCurrent(column: Column): boolean {
  return column.Parameters?.["iceberg.field.current"] !== "false";
}

function commentsOf(table: Table): ReadonlyMap<string, string | undefined> {
  const all = [...(table.StorageDescriptor?.Columns ?? []), ...(table.PartitionKeys ?? [])];
  return new Map(all.map((column) => [lower(column.Name), column.Comment]));
}

function lower(name: string | undefined): string {
  return (name ?? "").toLowerCase();
}
