import type {
  AdapterResponse,
  Connection,
  ExecuteOptions,
  QueryResult,
  StagedRows,
} from "../adapter/connection.ts";
import type { ComputeRequest } from "../adapter/compute.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import { sqlQuery, sqlQueryStatus } from "../events/sql-events.ts";
import { locateStatementError, type StatementPlaces } from "./statements/locate-statement-error.ts";

/** Where a node's statements run: a connection that is opened on first use. */
export interface Lane {
  /** As dbt names its threads: `Thread-1 (worker)`, or `main`. */
  readonly threadName: string;
  /** @param request - the node that asks, where it may want a compute of its own */
  connection(request?: ComputeRequest): Promise<Connection>;
  /** The node on this lane is done: leaves what was made for it alone. */
  leave(): Promise<void>;
}

/** Runs the statements of one node. */
export interface Statements {
  /** Gives no rows for statements that have none. */
  execute(sql: string, options?: { readonly limit?: number | undefined }): Promise<QueryResult>;
  executePython(code: string): Promise<AdapterResponse>;
  stageRows(rows: StagedRows): Promise<void>;
}

export interface StatementsOptions {
  readonly lane: Lane;
  /** Shown in logs: a node's unique id, `master`. */
  readonly connectionName: string;
  /** Absent for what is no node, such as a hook. */
  readonly request?: ComputeRequest | undefined;
  readonly emit: (event: EngineEvent) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The text as it is sent: with the query comment. */
  readonly prepare: (sql: string) => Promise<string>;
  /** What a failing statement was made of. */
  readonly places: StatementPlaces;
}

export function createStatements(options: StatementsOptions): Statements {
  const { lane, connectionName, emit, signal, now } = options;
  const timed = async (
    text: string,
    run: (connection: Connection, execute: ExecuteOptions) => Promise<QueryResult>,
  ): Promise<QueryResult> => {
    const connection = await lane.connection(options.request);
    emit(sqlQuery(connectionName, text));
    const started = now().getTime();
    const result = await run(connection, { signal, node: connectionName });
    emit(sqlQueryStatus(result.response._message, (now().getTime() - started) / 1000));
    return result;
  };
  return {
    async execute(sql, { limit } = {}) {
      const text = await options.prepare(withoutSemicolon(sql));
      try {
        return await timed(text, (connection, execute) =>
          connection.execute(text, limit === undefined ? execute : { ...execute, limit }),
        );
      } catch (error) {
        throw locateStatementError(error, text, options.places);
      }
    },
    async stageRows(rows) {
      const connection = await lane.connection(options.request);
      emit(sqlQuery(connectionName, `${rows.rows.length} rows to the view ${rows.view}`));
      try {
        await connection.stageRows(rows, { signal, node: connectionName });
      } catch (error) {
        throw locateStatementError(error, "", options.places);
      }
    },
    async executePython(code) {
      try {
        const run = await timed(code, (connection, execute) =>
          connection.executePython(code, execute),
        );
        return run.response;
      } catch (error) {
        throw locateStatementError(error, code, options.places);
      }
    },
  };
}

// Spark takes one statement without its semicolon; dbt-spark cuts it off.
function withoutSemicolon(sql: string): string {
  const trimmed = sql.trim();
  return trimmed.endsWith(";") ? trimmed.slice(0, -1) : sql;
}
