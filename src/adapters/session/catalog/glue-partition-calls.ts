import type { GlueClient, Partition, PartitionError, PartitionInput } from "@aws-sdk/client-glue";
import type { RelationAddress } from "../../../adapter/catalog.ts";
import { partitionsNotReplaced } from "../../../errors/catalog-errors.ts";
import { allPages } from "./all-pages.ts";

/** The Data Catalog's entries of a table's partitions. */
export interface GluePartitionCalls {
  list(table: RelationAddress): Promise<PartitionInput[]>;
  /** Makes the table's partitions these; the table keeps no other. */
  replace(table: RelationAddress, wanted: readonly PartitionInput[]): Promise<void>;
}

/** What one call takes at most. */
const CREATE_BATCH = 100;
const UPDATE_BATCH = 100;
const DELETE_BATCH = 25;

/** @param catalogId - another account's catalog */
export function gluePartitionCalls(
  connect: () => Promise<GlueClient>,
  catalogId: string | undefined,
): GluePartitionCalls {
  const addressOf = ({ schema, identifier }: RelationAddress) => ({
    ...(catalogId === undefined ? {} : { CatalogId: catalogId }),
    DatabaseName: schema.toLowerCase(),
    TableName: identifier.toLowerCase(),
  });
  const list = async (table: RelationAddress): Promise<PartitionInput[]> => {
    const { GetPartitionsCommand } = await import("@aws-sdk/client-glue");
    const client = await connect();
    return allPages(async (NextToken) => {
      const answer = await client.send(
        new GetPartitionsCommand({ ...addressOf(table), NextToken }),
      );
      return [(answer.Partitions ?? []).map(inputOf), answer.NextToken];
    });
  };
  return {
    list,
    async replace(table, wanted) {
      const sdk = await import("@aws-sdk/client-glue");
      const client = await connect();
      const address = addressOf(table);
      const present = new Set((await list(table)).map(keyOf));
      const keys = new Set(wanted.map(keyOf));
      const checked = ({ Errors }: { Errors?: PartitionError[] | undefined }): void => {
        const [first] = Errors ?? [];
        if (first) throw partitionsNotReplaced(address.TableName, first.ErrorDetail?.ErrorMessage);
      };
      for (const batch of batches(
        wanted.filter((each) => present.has(keyOf(each))),
        UPDATE_BATCH,
      )) {
        const Entries = batch.map((each) => ({
          PartitionValueList: each.Values ?? [],
          PartitionInput: each,
        }));
        checked(await client.send(new sdk.BatchUpdatePartitionCommand({ ...address, Entries })));
      }
      for (const batch of batches(
        wanted.filter((each) => !present.has(keyOf(each))),
        CREATE_BATCH,
      )) {
        const input = { ...address, PartitionInputList: [...batch] };
        checked(await client.send(new sdk.BatchCreatePartitionCommand(input)));
      }
      const gone = [...present].filter((key) => !keys.has(key));
      for (const batch of batches(gone, DELETE_BATCH)) {
        const PartitionsToDelete = batch.map((key) => ({ Values: JSON.parse(key) as string[] }));
        checked(
          await client.send(
            new sdk.BatchDeletePartitionCommand({ ...address, PartitionsToDelete }),
          ),
        );
      }
    },
  };
}

function inputOf({ Values, StorageDescriptor, Parameters }: Partition): PartitionInput {
  return { Values, StorageDescriptor, Parameters };
}

function keyOf({ Values }: PartitionInput): string {
  return JSON.stringify(Values ?? []);
}

function batches<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
