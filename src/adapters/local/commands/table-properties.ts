import { sparkError } from "../../../errors/adapter-errors.ts";
import { sparkName } from "../engine/spark-name.ts";
import type { RelationRecord } from "../metadata/records.ts";

/** SET TBLPROPERTIES; the property `comment` is the table's comment. */
export function setProperties(
  relation: RelationRecord,
  properties: Readonly<Record<string, string>>,
): RelationRecord {
  const { comment, ...rest } = properties;
  return {
    ...relation,
    ...(comment === undefined ? {} : { comment }),
    properties: { ...relation.properties, ...rest },
  };
}

/** UNSET TBLPROPERTIES; a key that is not there is an error without IF EXISTS. */
export function unsetProperties(
  relation: RelationRecord,
  keys: readonly string[],
  ifExists: boolean,
): RelationRecord {
  const missing = keys.filter((key) => !(key in relation.properties) && key !== "comment");
  if (missing.length > 0 && !ifExists) {
    throw sparkError(
      "UNSET_NONEXISTENT_PROPERTIES",
      `Attempted to unset non-existent properties [${missing.map((key) => sparkName(key)).join(", ")}] in table ${sparkName("spark_catalog", relation.schema, relation.name)}.`,
    );
  }
  const { comment, ...rest } = relation;
  const kept = comment === undefined || keys.includes("comment") ? rest : { ...rest, comment };
  return {
    ...kept,
    properties: Object.fromEntries(
      Object.entries(relation.properties).filter(([key]) => !keys.includes(key)),
    ),
  };
}
