import type {
  ColumnLFTag,
  LakeFormationClient,
  LFTagError,
  LFTagPair,
  Resource,
} from "@aws-sdk/client-lakeformation";
import type { RelationAddress } from "../../../adapter/catalog.ts";
import { lakeFormationFailed } from "../../../errors/session-errors.ts";
import type { Tags, TagsConfig } from "./read-tags-config.ts";

/**
 * Brings the tags of a database, a table and its columns in line with the configuration, and says
 * what it changed. Tags that are right already cost no call.
 *
 * @throws EngineError LAKE_FORMATION_FAILED for failures that come with a successful answer
 */
export async function applyTags(
  client: LakeFormationClient,
  relation: RelationAddress,
  config: TagsConfig,
): Promise<readonly string[]> {
  if (!config.enabled) return [];
  const { GetResourceLFTagsCommand } = await import("@aws-sdk/client-lakeformation");
  const database: Resource = { Database: { Name: relation.schema } };
  const table: Resource = {
    Table: { DatabaseName: relation.schema, Name: relation.identifier },
  };
  const current = await client.send(
    new GetResourceLFTagsCommand({ Resource: table, ShowAssignedLFTags: true }),
  );
  const changes: string[] = [];
  if (config.database.size > 0) {
    const ofDatabase = await client.send(
      new GetResourceLFTagsCommand({ Resource: database, ShowAssignedLFTags: true }),
    );
    const assigned = tagsOf(ofDatabase.LFTagOnDatabase);
    changes.push(
      ...(await converge(client, database, `database ${relation.schema}`, {
        assigned,
        wanted: config.database,
        dropExisting: config.dropExisting,
      })),
    );
  }
  const name = `${relation.schema}.${relation.identifier}`;
  changes.push(
    ...(await converge(client, table, `table ${name}`, {
      assigned: tagsOf(current.LFTagsOnTable),
      wanted: config.table,
      dropExisting: config.dropExisting,
    })),
    ...(await convergeColumns(client, relation, config, current.LFTagsOnColumns ?? [])),
  );
  return changes;
}

interface Difference {
  readonly assigned: Tags;
  readonly wanted: Tags;
  readonly dropExisting: boolean;
}

async function converge(
  client: LakeFormationClient,
  resource: Resource,
  name: string,
  { assigned, wanted, dropExisting }: Difference,
): Promise<string[]> {
  const sdk = await import("@aws-sdk/client-lakeformation");
  const stale = dropExisting ? [...assigned].filter(([key]) => !wanted.has(key)) : [];
  const missing = [...wanted].filter(([key, value]) => assigned.get(key) !== value);
  if (stale.length > 0) {
    const answer = await client.send(
      new sdk.RemoveLFTagsFromResourceCommand({ Resource: resource, LFTags: stale.map(pairOf) }),
    );
    refuseFailures(name, answer.Failures);
  }
  if (missing.length > 0) {
    const answer = await client.send(
      new sdk.AddLFTagsToResourceCommand({ Resource: resource, LFTags: missing.map(pairOf) }),
    );
    refuseFailures(name, answer.Failures);
  }
  return [
    ...stale.map(([key]) => `removed LF-tag ${key} from ${name}`),
    ...missing.map(([key, value]) => `set LF-tag ${key}=${value} on ${name}`),
  ];
}

/** Columns with the same tags are told in one call. */
async function convergeColumns(
  client: LakeFormationClient,
  relation: RelationAddress,
  config: TagsConfig,
  current: readonly ColumnLFTag[],
): Promise<string[]> {
  const wanted = tagsByColumn(config);
  const assigned = new Map(current.map((c) => [(c.Name ?? "").toLowerCase(), tagsOf(c.LFTags)]));
  const columns = new Set([...wanted.keys(), ...(config.dropExisting ? assigned.keys() : [])]);
  const changes: string[] = [];
  for (const column of columns) {
    const resource: Resource = {
      TableWithColumns: {
        DatabaseName: relation.schema,
        Name: relation.identifier,
        ColumnNames: [column],
      },
    };
    const name = `column ${relation.schema}.${relation.identifier}.${column}`;
    changes.push(
      ...(await converge(client, resource, name, {
        assigned: assigned.get(column) ?? new Map<string, string>(),
        wanted: wanted.get(column) ?? new Map<string, string>(),
        dropExisting: config.dropExisting,
      })),
    );
  }
  return changes;
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

function pairOf([key, value]: readonly [string, string]): LFTagPair {
  return { TagKey: key, TagValues: [value] };
}

/** Lake Formation answers 200 and lists what it did not do. */
function refuseFailures(name: string, failures: readonly LFTagError[] | undefined): void {
  const [first] = failures ?? [];
  if (first)
    throw lakeFormationFailed(
      `tag ${first.LFTag?.TagKey ?? ""} on ${name}`,
      first.Error?.ErrorMessage ?? "no reason given",
    );
}
