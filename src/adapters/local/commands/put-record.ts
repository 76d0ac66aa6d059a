import type { Lane } from "../engine/lane.ts";
import { inTransaction } from "../engine/transaction.ts";
import type { RelationRecord } from "../metadata/records.ts";

/** Stores a changed record where DuckDB itself has nothing to change. */
export async function putRecord(lane: Lane, relation: RelationRecord): Promise<void> {
  await inTransaction(lane, (transaction) => {
    transaction.change({ change: "put", relation });
    return Promise.resolve();
  });
}
