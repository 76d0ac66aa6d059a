import type { SqlCatalog, SqlColumn } from "../../../sql/sql-catalog.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { ColumnRecord } from "../metadata/records.ts";
import type { Lane } from "./lane.ts";
import { findTemporaryView } from "./relation-target.ts";

/** What the front end may ask about the lane's world. */
export function laneCatalog(lane: Lane): SqlCatalog {
  const { session, warehouse } = lane;
  return {
    currentSchema: session.currentSchema,
    sessionTimeZone: session.timeZone,
    conf: (key) => session.conf.get(key),
    columns: (schema, name) => {
      const written = schema === undefined ? { name } : { schema, name };
      const relation =
        findTemporaryView(lane, written) ??
        findRelation(warehouse.mirror, schema ?? session.currentSchema, name);
      return relation?.columns.map(readColumn);
    },
    isUserFunction: () => false,
  };
}

/** Spark reads CHAR and VARCHAR columns as STRING; their length counts when they are written. */
function readColumn({ name, type, comment }: ColumnRecord): SqlColumn {
  const isText = type.kind === "char" || type.kind === "varchar";
  const column = { name, type: isText ? ({ kind: "string" } as const) : type };
  return comment === undefined ? column : { ...column, comment };
}
