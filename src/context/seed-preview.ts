import type { Cell, ResultColumn } from "../adapter/connection.ts";
import { pyStr } from "../jinja/python-text.ts";
import type { SeedNode } from "../manifest/nodes.ts";
import { sparkTypeOf } from "./adapter/text-methods.ts";
import type { Invocation } from "./invocation.ts";
import { loadSeedTable } from "./agate/load-seed-table.ts";
import { tableEffects } from "./adapter/table-effects.ts";

/** A seed's rows as the file has them, with the types that loading would give. */
export async function seedPreview(
  invocation: Invocation,
  seed: SeedNode,
): Promise<{ readonly columns: readonly ResultColumn[]; readonly rows: readonly Cell[][] }> {
  const { table } = await loadSeedTable(invocation, seed, tableEffects(invocation));
  return {
    columns: table.columnNames.map((name, index) => ({ name, type: sparkTypeOf(table, index) })),
    rows: table.rows.map((row) => row.map(cellOf)),
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  return pyStr(value);
}
