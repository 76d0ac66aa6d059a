/**
 * A cell: null | boolean | number | bigint | string (strings, decimals, dates, timestamps and
 * intervals as Spark prints them) | Uint8Array (binary) | array | map as `[key, value][]` |
 * struct as its values in field order. The column's type says which.
 */
export type Cell = null | boolean | number | bigint | string | Uint8Array | readonly Cell[];

export interface ResultColumn {
  readonly name: string;
  /** Spark DDL text in lower case: `bigint`, `decimal(10,2)`, `array<struct<a:int>>`. */
  readonly type: string;
}

/** dbt's adapter response; goes into run_results.json as it is. */
export interface AdapterResponse {
  readonly _message: string;
  readonly code?: string;
  readonly rows_affected?: number;
  readonly query_id?: string;
}

export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly response: AdapterResponse;
}

export interface ExecuteOptions {
  /** Rows to fetch at most. */
  readonly limit?: number;
  /** Who asks, for logs and accounts: a node's unique id. The connection's name when absent. */
  readonly node?: string;
  /** Stops the running query when it fires; `execute` then rejects with kind `interrupted`. */
  readonly signal?: AbortSignal;
}

/** Rows that come from the client, such as a seed's, as text. */
export interface StagedRows {
  /** Name of the temporary view that they are put in. */
  readonly view: string;
  /** Each cell is cast to its column's type, as `cast('...' as type)` does it. */
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** One lane: statements on it run one after the other and share temporary views. */
export interface Connection {
  /** Runs one Spark SQL statement. Rejects with an EngineError of kind `database`. */
  execute(sql: string, options?: ExecuteOptions): Promise<QueryResult>;
  /** Runs a compiled Python model. */
  executePython(code: string, options?: ExecuteOptions): Promise<QueryResult>;
  /**
   * Makes a temporary view of rows that travel as data, not as SQL: any number of them. The view
   * stays until the lane ends, or until rows are staged under its name again.
   */
  stageRows(rows: StagedRows, options?: ExecuteOptions): Promise<void>;
  cancel(): Promise<void>;
  close(): Promise<void>;
}
