import type { DataCellsFilterResource, Resource } from "@aws-sdk/client-lakeformation";
import type { RelationAddress } from "../../../adapter/catalog.ts";

/** A relation as Lake Formation names it: in lower case, in one account's catalog. */
export interface GovernedTable {
  /** Absent: the caller's account. */
  readonly catalogId: string | undefined;
  readonly schema: string;
  readonly identifier: string;
}

export function governedTable(
  { schema, identifier }: RelationAddress,
  catalogId: string | undefined,
): GovernedTable {
  return {
    catalogId,
    schema: schema.toLowerCase(),
    identifier: identifier.toLowerCase(),
  };
}

export function nameOf({ schema, identifier }: GovernedTable): string {
  return `${schema}.${identifier}`;
}

export function databaseResource({ catalogId: CatalogId, schema: Name }: GovernedTable): Resource {
  return { Database: { CatalogId, Name } };
}

export function tableResource({ catalogId, schema, identifier }: GovernedTable): Resource {
  return { Table: { CatalogId: catalogId, DatabaseName: schema, Name: identifier } };
}

export function columnsResource(
  { catalogId, schema, identifier }: GovernedTable,
  columns: readonly string[],
): Resource {
  return {
    TableWithColumns: {
      CatalogId: catalogId,
      DatabaseName: schema,
      Name: identifier,
      ColumnNames: [...columns],
    },
  };
}

export function filterResource(
  { catalogId, schema, identifier }: GovernedTable,
  name: string,
): DataCellsFilterResource {
  return {
    TableCatalogId: catalogId,
    DatabaseName: schema,
    TableName: identifier,
    Name: name,
  };
}
