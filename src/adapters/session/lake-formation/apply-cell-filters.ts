import type { DataCellsFilter, LakeFormationClient } from "@aws-sdk/client-lakeformation";
import { convergeFilterGrants } from "./filter-grants.ts";
import { filterResource, nameOf } from "./governed-table.ts";
import type { GovernedTable } from "./governed-table.ts";
import type { CellFilter, FiltersConfig } from "./read-filters-config.ts";

/**
 * Brings a table's data cell filters and who may SELECT through them in line with the
 * configuration, and says what it changed.
 */
export async function applyCellFilters(
  client: LakeFormationClient,
  table: GovernedTable,
  config: FiltersConfig,
): Promise<readonly string[]> {
  const current = await listFilters(client, table);
  const changes: string[] = [];
  const wanted = new Set(config.filters.map((filter) => filter.name));
  for (const stale of config.dropExisting ? current.keys() : [])
    if (!wanted.has(stale)) changes.push(await dropFilter(client, table, stale));
  for (const filter of config.filters) {
    const change = await putFilter(client, table, filter, current.get(filter.name));
    if (change !== undefined) changes.push(change);
    changes.push(...(await convergeFilterGrants(client, table, filter.name, filter.principals)));
  }
  return changes;
}

async function listFilters(
  client: LakeFormationClient,
  { catalogId: CatalogId, schema: DatabaseName, identifier: Name }: GovernedTable,
): Promise<Map<string, DataCellsFilter>> {
  const { ListDataCellsFilterCommand } = await import("@aws-sdk/client-lakeformation");
  const Table = { CatalogId, DatabaseName, Name };
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
  table: GovernedTable,
  name: string,
): Promise<string> {
  const { DeleteDataCellsFilterCommand } = await import("@aws-sdk/client-lakeformation");
  await client.send(new DeleteDataCellsFilterCommand(filterResource(table, name)));
  return `Deleted the data cell filter ${name} of ${nameOf(table)}.`;
}

/** Undefined where the filter is there and right. */
async function putFilter(
  client: LakeFormationClient,
  table: GovernedTable,
  filter: CellFilter,
  current: DataCellsFilter | undefined,
): Promise<string | undefined> {
  const sdk = await import("@aws-sdk/client-lakeformation");
  const TableData = filterInput(table, filter);
  const name = `the data cell filter ${filter.name} of ${nameOf(table)}`;
  if (!current) {
    await client.send(new sdk.CreateDataCellsFilterCommand({ TableData }));
    return `Created ${name}.`;
  }
  if (signature(current) === signature(TableData)) return undefined;
  await client.send(new sdk.UpdateDataCellsFilterCommand({ TableData }));
  return `Updated ${name}.`;
}

function filterInput(table: GovernedTable, filter: CellFilter): DataCellsFilter {
  const { schema: DatabaseName, identifier: TableName, catalogId: TableCatalogId } = table;
  const { name: Name, rowFilter, columns, excluded } = filter;
  return {
    TableCatalogId,
    DatabaseName,
    TableName,
    Name,
    RowFilter: rowFilter === undefined ? { AllRowsWildcard: {} } : { FilterExpression: rowFilter },
    ...(columns
      ? { ColumnNames: [...columns] }
      : { ColumnWildcard: { ExcludedColumnNames: [...(excluded ?? [])] } }),
  };
}

/** What a filter lets through, comparable: order and absent keys do not matter. */
function signature(filter: DataCellsFilter): string {
  const { RowFilter, ColumnNames = [], ColumnWildcard } = filter;
  return JSON.stringify([
    RowFilter?.AllRowsWildcard ? null : (RowFilter?.FilterExpression ?? null),
    ColumnNames.map(lower).sort(),
    (ColumnWildcard?.ExcludedColumnNames ?? []).map(lower).sort(),
  ]);
}

function lower(name: string): string {
  return name.toLowerCase();
}
