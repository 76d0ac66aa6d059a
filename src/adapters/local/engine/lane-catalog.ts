import type { SqlCatalog } from "../../../sql/sql-catalog.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
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
      const temporary = findTemporaryView(lane, written);
      if (temporary !== undefined) return temporary.columns;
      return findRelation(warehouse.mirror, schema ?? session.currentSchema, name)?.columns;
    },
    isUserFunction: () => false,
  };
}
