import { columnNotFound, schemaNotFound } from "../../../errors/spark-catalog-errors.ts";
import type { CommentTranslation } from "../../../sql/alter-translation.ts";
import type { Lane } from "../engine/lane.ts";
import { requireRelation } from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findSchema } from "../metadata/catalog-mirror.ts";
import type { CatalogChange, RelationRecord, SchemaRecord } from "../metadata/records.ts";
import { omit } from "../../../util/omit.ts";
import { sameName } from "./table-record.ts";

/** COMMENT ON TABLE, COLUMN, DATABASE; an absent or NULL comment takes it away. */
export async function commentOn(lane: Lane, statement: CommentTranslation): Promise<void> {
  const change = commentChange(lane, statement);
  await inTransaction(lane, (transaction) => {
    transaction.change(change);
    return Promise.resolve();
  });
}

function commentChange(lane: Lane, statement: CommentTranslation): CatalogChange {
  switch (statement.on) {
    case "schema": {
      const entry = findSchema(lane.warehouse.mirror, statement.schema);
      if (entry === undefined) throw schemaNotFound(sparkName(statement.schema));
      return { change: "put-schema", schema: withComment(entry.record, statement.comment) };
    }
    case "table": {
      const relation = requireRelation(lane, statement.target);
      return { change: "put", relation: withComment(relation, statement.comment) };
    }
    case "column": {
      const relation = requireRelation(lane, statement.target);
      const comments = new Map([[statement.column, statement.comment]]);
      return { change: "put", relation: withColumnComments(relation, comments) };
    }
  }
}

export function withComment<T extends RelationRecord | SchemaRecord>(
  record: T,
  comment: string | null,
): T {
  const rest = omit(record, "comment");
  return (comment === null ? rest : { ...rest, comment }) as T;
}

/** The record with some columns' comments set (null takes one away). */
export function withColumnComments(
  relation: RelationRecord,
  comments: ReadonlyMap<string, string | null>,
): RelationRecord {
  const columns = [...relation.columns];
  for (const [name, comment] of comments) {
    const at = columns.findIndex((column) => sameName(column.name, name));
    const column = columns[at];
    if (column === undefined) {
      throw columnNotFound(
        sparkName(name),
        columns.map((known) => sparkName(known.name)),
      );
    }
    const rest = omit(column, "comment");
    columns[at] = comment === null ? rest : { ...rest, comment };
  }
  return { ...relation, columns };
}
