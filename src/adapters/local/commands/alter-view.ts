import { notAView, relationNotFound } from "../../../errors/spark-catalog-errors.ts";
import type { AlterViewTranslation } from "../../../sql/alter-translation.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import {
  findTemporaryView,
  requireRelation,
  sparkNameOf,
  targetOf,
} from "../engine/relation-target.ts";
import { inTransaction } from "../engine/transaction.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { renameRelation } from "./alter-table.ts";
import { viewParts } from "./create-view.ts";
import { putRecord } from "./put-record.ts";
import { setProperties, unsetProperties } from "./table-properties.ts";

/** Every form of ALTER VIEW. */
export async function alterView(lane: Lane, statement: AlterViewTranslation): Promise<void> {
  const temporary = findTemporaryView(lane, statement.target);
  if (temporary !== undefined && statement.action === "as") {
    await alterTemporaryView(lane, temporary, statement);
    return;
  }
  const view = requireRelation(lane, statement.target);
  if (view.kind !== "view") throw notAView(sparkNameOf(statement.target));
  switch (statement.action) {
    case "as": {
      await alterQuery(lane, view, statement);
      return;
    }
    case "rename": {
      await renameRelation(lane, view, statement.to);
      return;
    }
    case "set-properties": {
      await putRecord(lane, setProperties(view, statement.properties));
      return;
    }
    case "unset-properties": {
      await putRecord(lane, unsetProperties(view, statement.keys, statement.ifExists));
      return;
    }
  }
}

type AlterAs = AlterViewTranslation & { readonly action: "as" };

async function alterQuery(lane: Lane, view: RelationRecord, statement: AlterAs): Promise<void> {
  const target = targetOf(view.schema, view.name);
  const { record, sql } = await viewParts(lane, target, newQuery(view, statement));
  await inTransaction(lane, async (transaction) => {
    await transaction.run(`CREATE OR REPLACE VIEW ${target.sql} AS ${sql}`);
    transaction.change({ change: "put", relation: { ...record, createdAt: view.createdAt } });
  });
}

async function alterTemporaryView(
  lane: Lane,
  view: RelationRecord,
  statement: AlterAs,
): Promise<void> {
  if (view.schema !== "") throw relationNotFound(sparkNameOf(statement.target));
  const target = targetOf(view.schema, view.name);
  const { record, sql } = await viewParts(lane, target, newQuery(view, statement));
  await lane.connection.run(`CREATE OR REPLACE TEMPORARY VIEW ${quoteName(view.name)} AS ${sql}`);
  lane.session.temporaryViews.set(view.name, record);
}

/** The view keeps its comment and properties; its columns become the new query's. */
function newQuery(view: RelationRecord, statement: AlterAs): Parameters<typeof viewParts>[2] {
  return {
    query: statement.query,
    sparkSql: statement.sparkSql,
    properties: view.properties,
    ...(view.comment === undefined ? {} : { comment: view.comment }),
  };
}
