import { setTimeout as delay } from "node:timers/promises";
import { applyChanges } from "../metadata/catalog-mirror.ts";
import type { CatalogChange } from "../metadata/records.ts";
import { saveChanges } from "../metadata/side-tables.ts";
import type { Lane } from "./lane.ts";
import { isConflict } from "./map-database-error.ts";

export interface Transaction {
  /** Runs DuckDB SQL inside the transaction; gives the number of rows it changed. */
  run(duckSql: string): Promise<number>;
  /** Notes a change of Spark's catalog, to be written with the same commit. */
  change(change: CatalogChange): void;
}

/**
 * Runs the work in one DuckDB transaction, together with its catalog changes: after a crash both are
 * there or neither. Work that lost against another lane is done again from the start. On one lane,
 * transactions wait for each other: several nodes share the catalog's.
 */
export async function inTransaction<T>(
  lane: Lane,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const before = lastOf.get(lane) ?? Promise.resolve();
  const own = before.then(() => untilDone(lane, work));
  lastOf.set(lane, own.then(ignore, ignore));
  return own;
}

/** The end of each lane's newest transaction. */
const lastOf = new WeakMap<Lane, Promise<void>>();
const ignore = (): void => undefined;

async function untilDone<T>(
  lane: Lane,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(lane, work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isConflict(error)) throw error;
      await delay(attempt * 5 + Math.random() * attempt * 10);
    }
  }
}

const MAX_ATTEMPTS = 40;

async function runOnce<T>(
  { connection, warehouse }: Lane,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const changes: CatalogChange[] = [];
  await connection.run("BEGIN");
  try {
    const answer = await work({
      run: async (duckSql) => (await connection.run(duckSql)).rowsChanged,
      change: (change) => changes.push(change),
    });
    await saveChanges(connection, changes);
    await connection.run("COMMIT");
    applyChanges(warehouse.mirror, changes);
    return answer;
  } catch (error) {
    await rollback(connection);
    throw error;
  }
}

async function rollback(connection: Lane["connection"]): Promise<void> {
  try {
    await connection.run("ROLLBACK");
  } catch (error) {
    // A failed COMMIT has rolled back already.
    if (!/no transaction is active/i.test(String(error))) throw error;
  }
}
