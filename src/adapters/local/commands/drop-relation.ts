import { notSupported } from "../../../errors/not-supported.ts";
import { relationNotFound, wrongObjectType } from "../../../errors/spark-catalog-errors.ts";
import type { DropTranslation } from "../../../sql/table-translation.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { quoteName } from "../engine/quote.ts";
import { findTemporaryView, targetOf } from "../engine/relation-target.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";

/** DROP TABLE and DROP VIEW; each refuses the other's kind, as Spark does. */
export async function dropRelation(lane: Lane, statement: DropTranslation): Promise<void> {
  if (statement.what !== "table" && statement.what !== "view") {
    throw notSupported(`DROP ${statement.what.toUpperCase()}`, "on the local engine");
  }
  if (await dropTemporaryView(lane, statement)) return;
  const target = targetOf(
    statement.target.schema ?? lane.session.currentSchema,
    statement.target.name,
  );
  const found = findRelation(lane.warehouse.mirror, target.schema, target.name);
  if (found === undefined) {
    if (statement.ifExists) return;
    throw relationNotFound(target.shown);
  }
  checkKind(statement.what, found);
  await inTransaction(lane, async (transaction) => {
    await transaction.run(`DROP ${found.kind.toUpperCase()} IF EXISTS ${target.sql}`);
    transaction.change({ change: "remove", schema: target.schema, name: target.name });
  });
}

/** DROP TABLE and DROP VIEW both take a temporary view away. */
async function dropTemporaryView(lane: Lane, { target }: DropTranslation): Promise<boolean> {
  if (findTemporaryView(lane, target) === undefined) return false;
  const name = target.name.toLowerCase();
  if (target.schema === undefined) {
    await lane.connection.run(`DROP VIEW IF EXISTS temp.main.${quoteName(name)}`);
    lane.session.temporaryViews.delete(name);
  } else {
    await lane.connection.run(`DROP VIEW IF EXISTS ${targetOf("global_temp", name).sql}`);
    lane.warehouse.globalViews.delete(name);
  }
  return true;
}

function checkKind(what: "table" | "view", found: RelationRecord): void {
  if (what === found.kind) return;
  const name = `${CATALOG}.${found.schema}.${found.name}`;
  if (what === "table") {
    throw wrongObjectType({
      operation: "DROP TABLE",
      required: "EXTERNAL or MANAGED",
      name,
      found: "VIEW",
      use: "DROP VIEW",
    });
  }
  throw wrongObjectType({
    operation: "DROP VIEW",
    required: "VIEW",
    name,
    found: found.external ? "EXTERNAL" : "MANAGED",
    use: "DROP TABLE",
  });
}
