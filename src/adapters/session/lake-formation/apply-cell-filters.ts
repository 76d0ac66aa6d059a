import type { DataCellsFilter, LakeFormationClient } from "@aws-sdk/client-lakeformation";
import type { RelationAddress } from "../../../adapter/catalog.ts";
import { convergeFilterGrants } from "./filter-grants.ts";
import type { CellFilter, FiltersConfig } from "./read-filters-config.ts";

/**
 * Brings a table's data cell filters and who may SELECT through them in line with the
 * configuration, and says what it changed.
 */
export async function applyCellFilters(
  client: LakeFormationClient,
  catalogId: string,
  relation: RelationAddress,
  config: FiltersConfig,
): Promise<readonly string[]> {
  if (!config.enabled) return [];
  const current = await listFilters(client, catalogId, relation);
  const changes: string[] = [];
  const wanted = new Set(config.filters.map((filter) => filter.name));
  for (const stale of config.dropExisting ? current.keys() : [])
    if (!wanted.has(stale)) changes.push(await dropFilter(client, catalogId, relation, stale));
  for (const filter of config.filters) {
    const TableData = filterInput(catalogId, relation, filter);
    const change = await putFilter(client, TableData, current.get(filter.name));
    if (change !== undefined) changes.push(change);
    changes.push(...(await convergeFilterGrants(client, TableData, filter.principals)));
  }
  return changes;
}

async function listFilters(
  client: LakeFormationClient,
  catalogId: string,
  relation: RelationAddress,
): Promise<Map<string, DataCellsFilter>> {
  const { ListDataCellsFilterCommand } = await import("@aws-sdk/client-lakeformation");
  const Table = {
    CatalogId: catalogId,
    DatabaseName: relation.schema,
    Name: relation.identifier,
  };
  const found = new Map<string, DataCellsFilter>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListDataCellsFilterCommand({ Table, NextToken }));
    for (const filter of page.DataCellsFilters ?? []) found.set(filter.Name ?? "", filter);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

async function dropFilter(
  client: LakeFormationClient,
  TableCatalogId: string,
  relation: RelationAddress,
  Name: string,
): Promise<string> {
  const { DeleteDataCellsFilterCommand } = await import("@aws-sdk/client-lakeformation");
  const { schema: DatabaseName, identifier: TableName } = relation;
  await client.send(
    new DeleteDataCellsFilterCommand({ TableCatalogId, DatabaseName, TableName, Name }),
  );
  return `deleted data cell filter ${Name} of ${DatabaseName}.${TableName}`;
}

/** Undefined where the filter is there and right. */
async function putFilter(
  client: LakeFormationClient,
  TableData: DataCellsFilter,
  current: DataCellsFilter | undefined,
): Promise<string | undefined> {
  const sdk = await import("@aws-sdk/client-lakeformation");
  const name = `data cell filter ${TableData.Name ?? ""} of ${TableData.DatabaseName ?? ""}.${TableData.TableName ?? ""}`;
  if (!current) {
    await client.send(new sdk.CreateDataCellsFilterCommand({ TableData }));
    return `created ${name}`;
  }
  if (signature(current) === signature(TableData)) return undefined;
  await client.send(new sdk.UpdateDataCellsFilterCommand({ TableData }));
  return `updated ${name}`;
}

function filterInput(
  TableCatalogId: string,
  relation: RelationAddress,
  filter: CellFilter,
): DataCellsFilter {
  const { rowFilter, columns, excluded } = filter;
  return {
    TableCatalogId,
    DatabaseName: relation.schema,
    TableName: relation.identifier,
    Name: filter.name,
    RowFilter: rowFilter === undefined ? { AllRowsWildcard: {} } : { FilterExpression: rowFilter },
    ...(columns
      ? { ColumnNames: [...columns] }
      : { ColumnWildcard: { ExcludedColumnNames: [...(excluded ?? [])] } }),
  };
}

/** What a filter lets through, comparable: order and absent keys do not matter. */
function signature(filter: DataCellsFilter): string {
  return JSON.stringify([
    filter.RowFilter?.FilterExpression ?? null,
    [...(filter.ColumnNames ?? [])].sort(),
    [...(filter.ColumnWildcard?.ExcludedColumnNames ?? [])].sort(),
  ]);
}
