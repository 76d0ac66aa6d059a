import { relationNotFound, schemaNotFound } from "../../../errors/spark-catalog-errors.ts";
import type { RelationName } from "../../../sql/translated-query.ts";
import { findRelation, findSchema } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import type { Lane } from "./lane.ts";
import { CATALOG } from "./open-database.ts";
import { quoteName } from "./quote.ts";
import { sparkName } from "./spark-name.ts";

/** A relation's full address, in lower case as Spark keeps it. */
export interface Target {
  readonly schema: string;
  readonly name: string;
  /** For DuckDB. */
  readonly sql: string;
  /** For messages: `` `spark_catalog`.`db`.`t` ``. */
  readonly shown: string;
}

/** The address of a permanent relation; the schema must exist. */
export function resolveTarget(lane: Lane, name: RelationName): Target {
  const target = targetOf(name.schema ?? lane.session.currentSchema, name.name);
  if (findSchema(lane.warehouse.mirror, target.schema) === undefined) {
    throw schemaNotFound(sparkName(target.schema));
  }
  return target;
}

/** The record of a permanent relation; an error when there is none. */
export function requireRelation(lane: Lane, name: RelationName): RelationRecord {
  const schema = name.schema ?? lane.session.currentSchema;
  const found = findRelation(lane.warehouse.mirror, schema, name.name);
  if (found === undefined) throw relationNotFound(sparkNameOf(name));
  return found;
}

/** The record of a relation, temporary views first when the name has no schema. */
export function requireAnyRelation(lane: Lane, name: RelationName): RelationRecord {
  return findTemporaryView(lane, name) ?? requireRelation(lane, name);
}

export function findTemporaryView(lane: Lane, name: RelationName): RelationRecord | undefined {
  const key = name.name.toLowerCase();
  if (name.schema === undefined) return lane.session.temporaryViews.get(key);
  if (name.schema.toLowerCase() === "global_temp") return lane.warehouse.globalViews.get(key);
  return undefined;
}

export function targetOf(schema: string, name: string): Target {
  const low = { schema: schema.toLowerCase(), name: name.toLowerCase() };
  return {
    ...low,
    sql: `${CATALOG}.${quoteName(low.schema)}.${quoteName(low.name)}`,
    shown: sparkName(CATALOG, low.schema, low.name),
  };
}

/** A name as the user wrote it, quoted for a message. */
export function sparkNameOf(name: RelationName): string {
  return name.schema === undefined ? sparkName(name.name) : sparkName(name.schema, name.name);
}
