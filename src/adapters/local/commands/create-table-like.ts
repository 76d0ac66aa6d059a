import { relationAlreadyExists } from "../../../errors/spark-catalog-errors.ts";
import type { CreateTableLikeTranslation } from "../../../sql/table-translation.ts";
import { DEFAULT_PROVIDER } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { requireAnyRelation, resolveTarget } from "../engine/relation-target.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { duckTypeText } from "../values/duck-type-text.ts";
import { omit } from "../../../util/omit.ts";
import { defaultLocation } from "./table-record.ts";

/** CREATE TABLE t LIKE s: columns, partitioning and format of another table, without its rows. */
export async function createTableLike(
  lane: Lane,
  statement: CreateTableLikeTranslation,
): Promise<void> {
  const source = requireAnyRelation(lane, statement.source);
  const target = resolveTarget(lane, statement.target);
  if (findRelation(lane.warehouse.mirror, target.schema, target.name) !== undefined) {
    if (statement.ifNotExists) return;
    throw relationAlreadyExists(target.shown);
  }
  const record: RelationRecord = {
    ...omit(source, "comment", "viewText", "viewSchema"),
    schema: target.schema,
    name: target.name,
    kind: "table",
    provider: statement.provider ?? source.provider ?? DEFAULT_PROVIDER,
    external: statement.location !== undefined,
    properties: statement.properties,
    location: statement.location ?? defaultLocation(lane, target),
    owner: lane.warehouse.owner,
    createdAt: lane.warehouse.now(),
  };
  const columns = record.columns.map(
    (column) => `${quoteName(column.name)} ${duckTypeText(column.type) ?? "VARCHAR"}`,
  );
  await inTransaction(lane, async (transaction) => {
    await transaction.run(`CREATE TABLE ${target.sql} (${columns.join(", ")})`);
    transaction.change({ change: "put", relation: record });
  });
}
