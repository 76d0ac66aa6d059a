import {
  expectTableNotView,
  relationAlreadyExists,
  tableOperationNotSupported,
} from "../../../errors/spark-catalog-errors.ts";
import type { AlterTableTranslation } from "../../../sql/alter-translation.ts";
import type { RelationName } from "../../../sql/translated-query.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import {
  requireRelation,
  resolveTarget,
  targetOf,
  type Target,
} from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import {
  addColumns,
  alterColumn,
  dropColumns,
  renameColumn,
  replaceColumns,
} from "./alter-columns.ts";
import { addPartitions, dropPartitions } from "./alter-partitions.ts";
import { defaultLocation } from "./table-record.ts";
import { putRecord } from "./put-record.ts";
import { setProperties, unsetProperties } from "./table-properties.ts";

/** Every form of ALTER TABLE. */
export async function alterTable(lane: Lane, statement: AlterTableTranslation): Promise<void> {
  const table = requireRelation(lane, statement.target);
  const target = targetOf(table.schema, table.name);
  if (statement.action === "rename") {
    await renameRelation(lane, table, statement.to);
    return;
  }
  if (table.kind === "view") throw expectTableNotView(target.shown, "ALTER TABLE");
  await alterKnown(lane, { table, target }, statement);
}

/** The table that a statement changes. */
export interface AlteredTable {
  readonly table: RelationRecord;
  readonly target: Target;
}

async function alterKnown(
  lane: Lane,
  altered: AlteredTable,
  statement: Exclude<AlterTableTranslation, { readonly action: "rename" }>,
): Promise<void> {
  const { table } = altered;
  switch (statement.action) {
    case "add-columns": {
      await addColumns(lane, altered, statement);
      return;
    }
    case "drop-columns": {
      await dropColumns(lane, altered, statement);
      return;
    }
    case "rename-column": {
      await renameColumn(lane, altered, statement);
      return;
    }
    case "alter-column": {
      await alterColumn(lane, altered, statement);
      return;
    }
    case "replace-columns": {
      await replaceColumns(lane, altered, statement);
      return;
    }
    case "set-properties": {
      await putRecord(lane, setProperties(table, statement.properties));
      return;
    }
    case "unset-properties": {
      await putRecord(lane, unsetProperties(table, statement.keys, statement.ifExists));
      return;
    }
    case "set-location": {
      await putRecord(lane, { ...table, location: statement.location, external: true });
      return;
    }
    case "add-partitions": {
      await addPartitions(lane, altered, statement);
      return;
    }
    case "drop-partitions": {
      await dropPartitions(lane, altered, statement);
      return;
    }
    case "nothing":
      return;
  }
}

/** ALTER TABLE and ALTER VIEW ... RENAME TO; the new name may be in another schema only for tables. */
export async function renameRelation(
  lane: Lane,
  relation: RelationRecord,
  to: RelationName,
): Promise<void> {
  const from = targetOf(relation.schema, relation.name);
  const target = resolveTarget(lane, { schema: to.schema ?? relation.schema, name: to.name });
  if (findRelation(lane.warehouse.mirror, target.schema, target.name) !== undefined) {
    throw relationAlreadyExists(sparkName(target.schema, target.name));
  }
  if (target.schema !== from.schema) {
    throw tableOperationNotSupported(from.shown, "RENAME TO another schema");
  }
  await inTransaction(lane, async (transaction) => {
    const kind = relation.kind.toUpperCase();
    await transaction.run(`ALTER ${kind} ${from.sql} RENAME TO ${quoteName(target.name)}`);
    transaction.change({ change: "remove", schema: from.schema, name: from.name });
    // A managed table's folder follows its name.
    const moved = relation.kind === "table" && !relation.external;
    const location = moved ? { location: defaultLocation(lane, target) } : {};
    transaction.change({
      change: "put",
      relation: { ...relation, ...location, name: target.name },
    });
  });
}
