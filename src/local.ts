import type { Cell, ResultColumn } from "./adapter/connection.ts";
import { createLocalAdapter } from "./adapters/local/local-adapter.ts";

export interface LocalWarehouse {
  /**
   * Runs one Spark SQL statement. Cells: null, boolean, number, bigint, string (strings, decimals,
   * dates, timestamps and intervals as Spark prints them), Uint8Array, arrays; maps as
   * `[key, value][]`; structs as their values in field order. Types are Spark DDL text.
   */
  execute(sparkSql: string): Promise<LocalResult>;
  close(): Promise<void>;
}

export interface LocalResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface LocalWarehouseOptions {
  /** The warehouse file; made when missing. `:memory:` for one that is gone at the end. */
  readonly path: string;
  /** `spark.sql.session.timeZone`; UTC unless given. */
  readonly timeZone?: string;
  /** Spark settings to start with. */
  readonly conf?: Readonly<Record<string, string>>;
}

/**
 * Opens a local warehouse outside of dbt.
 *
 * @example
 * const warehouse = await openLocalWarehouse({ path: "warehouse.duckdb" });
 * const { rows } = await warehouse.execute("select array(1, 2)[0]");
 * await warehouse.close();
 */
export async function openLocalWarehouse(options: LocalWarehouseOptions): Promise<LocalWarehouse> {
  const adapter = await createLocalAdapter(options);
  const connection = await adapter.connect("warehouse");
  return {
    execute: async (sparkSql) => {
      const { columns, rows } = await connection.execute(sparkSql);
      return { columns, rows };
    },
    close: async () => {
      await connection.close();
      await adapter.close();
    },
  };
}
