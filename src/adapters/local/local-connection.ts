import type { Connection, ExecuteOptions, QueryResult } from "../../adapter/connection.ts";
import { laneClosed, statementInterrupted } from "../../errors/adapter-errors.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { translate } from "../../sql/translate.ts";
import { runTranslation } from "./commands/run-translation.ts";
import { laneCatalog } from "./engine/lane-catalog.ts";
import { openLane, type Lane } from "./engine/lane.ts";
import { stagedView, stageRows } from "./commands/stage-rows.ts";
import { mapDatabaseError } from "./engine/map-database-error.ts";
import type { Warehouse } from "./engine/warehouse.ts";

/** Opens a lane: statements on it run one after the other, those of other lanes at the same time. */
export async function openLocalConnection(warehouse: Warehouse, name: string): Promise<Connection> {
  const lane = await openLane(warehouse, name);
  warehouse.lanes.add(lane);
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(() => {
      if (isClosed) throw laneClosed(name);
      return work();
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    execute: (sql, options = {}) => inTurn(() => executeStatement(lane, sql, options)),
    executePython: () => Promise.reject(notSupported("Python models", "on the local engine")),
    stageRows: (rows, options = {}) =>
      inTurn(async () => {
        await stageRows(lane, rows);
        await executeStatement(lane, stagedView(rows), options);
      }),
    cancel: () => {
      lane.connection.interrupt();
      return Promise.resolve();
    },
    close: async () => {
      await last;
      if (isClosed) return;
      isClosed = true;
      warehouse.lanes.delete(lane);
      lane.connection.closeSync();
    },
  };
}

async function executeStatement(
  lane: Lane,
  sql: string,
  options: ExecuteOptions,
): Promise<QueryResult> {
  const { signal } = options;
  if (signal?.aborted === true) throw statementInterrupted(signal.reason);
  const stop = (): void => {
    lane.connection.interrupt();
  };
  signal?.addEventListener("abort", stop);
  try {
    const translation = translate(sql, laneCatalog(lane));
    return await runTranslation(lane, translation, options);
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
