import type { RelationAddress } from "../../adapter/catalog.ts";
import { raisedByTemplate } from "../../errors/template-errors.ts";
import type { DbtRelation } from "../relation.ts";

/**
 * Where the catalog finds a relation. Iceberg's own catalog, which SQL names before the schema
 * (`glue_catalog.db`), is none to the Data Catalog.
 */
export function catalogAddress(method: string, relation: DbtRelation): RelationAddress {
  const { schema, identifier } = relation;
  if (schema === null || identifier === null) {
    throw raisedByTemplate(`adapter.${method} needs a relation with a schema and a name.`);
  }
  return { schema: catalogSchema(schema), identifier };
}

export function catalogSchema(schema: string): string {
  return schema.slice(schema.lastIndexOf(".") + 1);
}
