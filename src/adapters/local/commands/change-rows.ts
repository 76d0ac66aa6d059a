import {
  ambiguousMerge,
  tableOperationNotSupported,
} from "../../../errors/spark-catalog-errors.ts";
import type { DmlTranslation } from "../../../sql/translation.ts";
import { DEFAULT_PROVIDER, hasRowLevelChanges } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import { requireAnyRelation } from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";

/** UPDATE, DELETE, MERGE, TRUNCATE. Only formats with row-level changes take the first three. */
export async function changeRows(lane: Lane, statement: DmlTranslation): Promise<number> {
  const table = requireAnyRelation(lane, statement.target);
  const shown = sparkName("spark_catalog", table.schema, table.name);
  if (table.kind === "view") throw tableOperationNotSupported(shown, WORDS[statement.kind]);
  if (statement.kind !== "truncate" && !hasRowLevelChanges(table.provider ?? DEFAULT_PROVIDER)) {
    throw tableOperationNotSupported(shown, WORDS[statement.kind]);
  }
  return await inTransaction(lane, async (transaction) => {
    if (statement.ambiguitySql !== undefined) await refuseAmbiguity(lane, statement.ambiguitySql);
    return await transaction.run(statement.duckSql);
  });
}

/** DuckDB would let one of the source rows win; Delta, Iceberg and Hudi refuse. */
async function refuseAmbiguity(lane: Lane, sql: string): Promise<void> {
  const rows = await (await lane.connection.run(sql)).getRows();
  if (rows.length > 0) throw ambiguousMerge();
}

const WORDS: Readonly<Record<DmlTranslation["kind"], string>> = {
  update: "UPDATE TABLE",
  delete: "DELETE",
  merge: "MERGE INTO TABLE",
  truncate: "TRUNCATE TABLE",
};
