import type { Connection, ExecuteOptions, QueryResult } from "../../adapter/connection.ts";
import { outcomeUnknown } from "../../errors/session-errors.ts";
import type { DriverWork, WorkFailure } from "../spark/driver-protocol.ts";
import { decodeCell } from "./decode-cell.ts";
import type { LaneMultiplexer } from "./lane-multiplexer.ts";
import type { WorkRows } from "./pending-work.ts";
import { mapSparkError } from "./map-spark-error.ts";

/** One lane of the shared session. */
export function createSessionConnection(
  multiplexer: LaneMultiplexer,
  lane: string,
  description: string,
  nextId: () => string,
): Connection {
  const running = new Set<string>();
  const run = async (
    kind: DriverWork["kind"],
    text: string,
    options: ExecuteOptions,
  ): Promise<QueryResult> => {
    const id = nextId();
    const cancel = (): void => {
      multiplexer.cancel(id);
    };
    options.signal?.throwIfAborted();
    options.signal?.addEventListener("abort", cancel, { once: true });
    running.add(id);
    try {
      const limit = options.limit === undefined ? {} : { limit: options.limit };
      const result = await multiplexer.run({ id, lane, kind, text, description, ...limit });
      if ("ok" in result) throw failureOf(result, description, text);
      return toQueryResult(result, id);
    } finally {
      running.delete(id);
      options.signal?.removeEventListener("abort", cancel);
    }
  };
  return {
    execute: (sql, options = {}) => run("sql", sql, options),
    executePython: (code, options = {}) => run("python", code, options),
    async stageRows(rows, options = {}) {
      await run("rows", JSON.stringify(rows), options);
    },
    cancel() {
      for (const id of running) multiplexer.cancel(id);
      return Promise.resolve();
    },
    close() {
      multiplexer.closeLane(lane);
      return Promise.resolve();
    },
  };
}

function toQueryResult(result: WorkRows, id: string): QueryResult {
  return {
    columns: result.columns,
    rows: result.rows.map((row) =>
      row.map((cell, i) => decodeCell(cell, result.columns[i]?.type ?? "string")),
    ),
    response: { _message: "OK", code: "OK", query_id: id },
  };
}

function failureOf(failure: WorkFailure, description: string, text: string): Error {
  return failure.unknown ? outcomeUnknown(description) : mapSparkError(failure, text);
}
