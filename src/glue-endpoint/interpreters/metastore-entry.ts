import type { SourceEntry } from "../catalog-source.ts";
import type { CatalogEntry } from "../state/account.ts";

/** Hive's metastore structures, as Thrift's simple JSON has them; absent members are unset. */
export interface MetastoreDatabase {
  readonly name: string;
  readonly description?: string;
  readonly locationUri?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface MetastoreTable {
  readonly tableName: string;
  readonly owner?: string;
  readonly retention?: number;
  readonly sd: MetastoreStorage;
  readonly partitionKeys?: readonly MetastoreColumn[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly viewOriginalText?: string;
  readonly viewExpandedText?: string;
  readonly tableType?: string;
}

export interface MetastorePartition {
  readonly values: readonly string[];
  readonly sd: MetastoreStorage;
  readonly parameters?: Readonly<Record<string, string>>;
}

interface MetastoreStorage {
  readonly cols?: readonly MetastoreColumn[];
  readonly location?: string;
  readonly inputFormat?: string;
  readonly outputFormat?: string;
  readonly compressed?: boolean;
  readonly numBuckets?: number;
  readonly bucketCols?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly serdeInfo?: {
    readonly name?: string;
    readonly serializationLib?: string;
    readonly parameters?: Readonly<Record<string, string>>;
  };
}

interface MetastoreColumn {
  readonly name: string;
  readonly type: string;
  readonly comment?: string;
}

export function databaseOfMetastore(database: MetastoreDatabase): SourceEntry {
  return {
    Name: database.name,
    Description: database.description,
    LocationUri: database.locationUri,
    Parameters: database.parameters ?? {},
  };
}

/** A table's comment is a parameter in Hive, and the description in Glue. */
export function tableOfMetastore(table: MetastoreTable): SourceEntry {
  const parameters = table.parameters ?? {};
  return {
    Name: table.tableName,
    Owner: table.owner,
    Description: parameters.comment,
    Retention: table.retention ?? 0,
    TableType: table.tableType,
    Parameters: parameters,
    StorageDescriptor: storageOf(table.sd),
    PartitionKeys: (table.partitionKeys ?? []).map(columnOf),
    ViewOriginalText: table.viewOriginalText,
    ViewExpandedText: table.viewExpandedText,
  };
}

export function partitionOfMetastore(partition: MetastorePartition): CatalogEntry {
  return {
    Values: partition.values,
    StorageDescriptor: storageOf(partition.sd),
    Parameters: partition.parameters ?? {},
  };
}

function storageOf(sd: MetastoreStorage): CatalogEntry {
  const { serdeInfo } = sd;
  return {
    Columns: (sd.cols ?? []).map(columnOf),
    Location: sd.location ?? "",
    InputFormat: sd.inputFormat,
    OutputFormat: sd.outputFormat,
    Compressed: sd.compressed ?? false,
    NumberOfBuckets: sd.numBuckets ?? 0,
    BucketColumns: sd.bucketCols ?? [],
    SortColumns: [],
    Parameters: sd.parameters ?? {},
    StoredAsSubDirectories: false,
    SerdeInfo: {
      Name: serdeInfo?.name,
      SerializationLibrary: serdeInfo?.serializationLib,
      Parameters: serdeInfo?.parameters ?? {},
    },
  };
}

function columnOf({ name, type, comment }: MetastoreColumn): CatalogEntry {
  return { Name: name, Type: type, Comment: comment };
}
