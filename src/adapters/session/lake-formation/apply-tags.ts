import type {
  ColumnLFTag,
  GetResourceLFTagsResponse,
  LakeFormationClient,
  LFTagPair,
  Resource,
} from "@aws-sdk/client-lakeformation";
import { assignTags, removeTags } from "./change-tags.ts";
import { columnsResource, databaseResource, nameOf, tableResource } from "./governed-table.ts";
import type { GovernedTable } from "./governed-table.ts";
import type { Tags, TagsConfig } from "./read-tags-config.ts";

const NO_TAGS: Tags = new Map();

/**
 * Brings the tags of a table and its columns in line with the configuration, and says what it
 * changed. Tags that are right already cost no call beyond the question.
 *
 * @throws EngineError LAKE_FORMATION_FAILED for failures that come with a successful answer
 */
export async function applyTableTags(
  client: LakeFormationClient,
  table: GovernedTable,
  config: TagsConfig,
): Promise<readonly string[]> {
  const resource = tableResource(table);
  const current = await assignedTags(client, resource);
  const columns = columnChanges(config, current.LFTagsOnColumns ?? []);
  return [
    ...(await converge(client, resource, `table ${nameOf(table)}`, {
      assigned: tagsOf(current.LFTagsOnTable),
      wanted: config.table,
      dropExisting: config.dropExisting,
    })),
    ...(await changeColumns(client, table, columns)),
  ];
}

/** The same for the database that a table lies in. */
export async function applyDatabaseTags(
  client: LakeFormationClient,
  table: GovernedTable,
  config: TagsConfig,
): Promise<readonly string[]> {
  if (config.database.size === 0) return [];
  const resource = databaseResource(table);
  const current = await assignedTags(client, resource);
  return converge(client, resource, `database ${table.schema}`, {
    assigned: tagsOf(current.LFTagOnDatabase),
    wanted: config.database,
    dropExisting: config.dropExisting,
  });
}

/** What stands on the resource itself, not what it inherits. */
async function assignedTags(
  client: LakeFormationClient,
  Resource: Resource,
): Promise<GetResourceLFTagsResponse> {
  const { GetResourceLFTagsCommand } = await import("@aws-sdk/client-lakeformation");
  return client.send(new GetResourceLFTagsCommand({ Resource, ShowAssignedLFTags: true }));
}

interface Comparison {
  readonly assigned: Tags;
  readonly wanted: Tags;
  readonly dropExisting: boolean;
}

interface Difference {
  readonly stale: Tags;
  readonly missing: Tags;
}

function difference({ assigned, wanted, dropExisting }: Comparison): Difference {
  return {
    stale: new Map(dropExisting ? [...assigned].filter(([key]) => !wanted.has(key)) : []),
    missing: new Map([...wanted].filter(([key, value]) => assigned.get(key) !== value)),
  };
}

async function converge(
  client: LakeFormationClient,
  resource: Resource,
  name: string,
  comparison: Comparison,
): Promise<string[]> {
  const { stale, missing } = difference(comparison);
  return [
    ...(await removeTags(client, resource, name, stale)),
    ...(await assignTags(client, resource, name, missing)),
  ];
}

interface ColumnChange extends Difference {
  readonly columns: string[];
}

/** Columns that change alike, together: one call tells Lake Formation about all of them. */
function columnChanges(config: TagsConfig, current: readonly ColumnLFTag[]): ColumnChange[] {
  const wanted = tagsByColumn(config);
  const assigned = new Map(current.map((c) => [(c.Name ?? "").toLowerCase(), tagsOf(c.LFTags)]));
  const changes = new Map<string, ColumnChange>();
  for (const column of new Set([...wanted.keys(), ...assigned.keys()])) {
    const change = difference({
      assigned: assigned.get(column) ?? NO_TAGS,
      wanted: wanted.get(column) ?? NO_TAGS,
      dropExisting: config.dropExisting,
    });
    const key = JSON.stringify([[...change.stale], [...change.missing]]);
    const alike = changes.get(key);
    if (alike) alike.columns.push(column);
    else changes.set(key, { ...change, columns: [column] });
  }
  return [...changes.values()];
}

async function changeColumns(
  client: LakeFormationClient,
  table: GovernedTable,
  changes: readonly ColumnChange[],
): Promise<string[]> {
  const done: string[] = [];
  for (const { columns, stale, missing } of changes) {
    const resource = columnsResource(table, columns);
    const name = `${columns.length === 1 ? "column" : "columns"} ${columns.join(", ")} of ${nameOf(table)}`;
    done.push(...(await removeTags(client, resource, name, stale)));
    done.push(...(await assignTags(client, resource, name, missing)));
  }
  return done;
}

function tagsByColumn(config: TagsConfig): Map<string, Map<string, string>> {
  const byColumn = new Map<string, Map<string, string>>();
  for (const [key, values] of config.columns)
    for (const [value, columns] of values)
      for (const column of columns) {
        const name = column.toLowerCase();
        byColumn.set(name, (byColumn.get(name) ?? new Map<string, string>()).set(key, value));
      }
  return byColumn;
}

function tagsOf(pairs: readonly LFTagPair[] | undefined): Tags {
  return new Map((pairs ?? []).map((pair) => [pair.TagKey ?? "", pair.TagValues?.[0] ?? ""]));
}
