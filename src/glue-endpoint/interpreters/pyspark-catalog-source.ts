import type { CatalogSource } from "../catalog-source.ts";
import { databaseOfMetastore, partitionOfMetastore, tableOfMetastore } from "./metastore-entry.ts";
import type { MetastoreDatabase, MetastorePartition, MetastoreTable } from "./metastore-entry.ts";
import type { PySparkProcess } from "./pyspark-process.ts";

/** Spark's metastore: what Spark and Iceberg create is here, and what is changed here they see. */
export function pySparkCatalogSource(process: PySparkProcess): CatalogSource {
  const tell = async (operation: string, message: object): Promise<void> => {
    await process.ask(operation, message);
  };
  return {
    async databases() {
      const { databases } = await process.ask("databases");
      return (databases as MetastoreDatabase[]).map(databaseOfMetastore);
    },
    async tables(database) {
      const { tables } = await process.ask("tables", { database });
      return (tables as MetastoreTable[]).map(tableOfMetastore);
    },
    async table(database, name) {
      const { table } = await process.ask("table", { database, name });
      return table === null ? undefined : tableOfMetastore(table as MetastoreTable);
    },
    createDatabase: (input) => tell("create-database", { input }),
    updateDatabase: (input) => tell("update-database", { input }),
    dropDatabase: (name) => tell("drop-database", { name }),
    async createTable(database, input) {
      await process.ask("create-table", { database, input });
      return true;
    },
    updateTable: (database, input) => tell("update-table", { database, input }),
    dropTable: (database, name) => tell("drop-table", { database, name }),
    async partitions(database, name) {
      const { partitions } = await process.ask("partitions", { database, name });
      return (partitions as MetastorePartition[]).map(partitionOfMetastore);
    },
    putPartitions: (database, name, how, inputs) =>
      tell("put-partitions", { database, name, how, inputs }),
    dropPartition: (database, name, values) => tell("drop-partition", { database, name, values }),
  };
}
