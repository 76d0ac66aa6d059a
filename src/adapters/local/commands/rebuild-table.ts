import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { inTransaction } from "../engine/transaction.ts";
import type { ColumnRecord } from "../metadata/records.ts";
import { duckTypeText } from "../values/duck-type-text.ts";
import type { AlteredTable } from "./alter-table.ts";
import { sameName } from "./table-record.ts";

/** Writes the table anew with other columns; those it had before keep their values by name. */
export async function rebuildTable(
  lane: Lane,
  { table, target }: AlteredTable,
  columns: readonly ColumnRecord[],
): Promise<void> {
  const list = columns.map((column) => {
    const type = duckTypeText(column.type) ?? "VARCHAR";
    const known = table.columns.find((old) => sameName(old.name, column.name));
    const value = known === undefined ? "NULL" : quoteName(known.name);
    return `CAST(${value} AS ${type}) AS ${quoteName(column.name)}`;
  });
  await inTransaction(lane, async (transaction) => {
    await transaction.run(
      `CREATE OR REPLACE TABLE ${target.sql} AS SELECT ${list.join(", ")} FROM ${target.sql}`,
    );
    for (const column of columns) {
      const change = `ALTER TABLE ${target.sql} ALTER COLUMN ${quoteName(column.name)} SET`;
      if (!column.nullable) await transaction.run(`${change} NOT NULL`);
      if (column.defaultSql !== undefined) {
        await transaction.run(`${change} DEFAULT ${column.defaultSql}`);
      }
    }
    transaction.change({ change: "put", relation: { ...table, columns } });
  });
}
