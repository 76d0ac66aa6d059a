import type { Table } from "@aws-sdk/client-glue";
import type { CatalogColumn, RelationAddress } from "../../../adapter/catalog.ts";
import { relationNotInCatalog } from "../../../errors/catalog-errors.ts";
import { awsErrorName } from "../aws/aws-error.ts";
import type { GlueCatalogCalls } from "./glue-catalog-calls.ts";
import type { SparkMetadata } from "./spark-metadata.ts";
import { withComments } from "./table-comments.ts";

export interface Comments {
  readonly comment: string | undefined;
  readonly columns: Readonly<Record<string, string>>;
}

/** How often an update starts again because somebody else changed the table meanwhile. */
const UPDATE_ATTEMPTS = 5;

/** UpdateTable replaces the whole entry, so it names the version that it has read. */
export async function commentInCatalog(
  calls: GlueCatalogCalls,
  relation: RelationAddress,
  read: Table,
  { comment, columns }: Comments,
): Promise<void> {
  let table: Table | undefined = read;
  for (let attempt = 1; table !== undefined; attempt++) {
    const input = withComments(table, comment, columns);
    if (!input) return;
    try {
      await calls.updateTable(relation.schema, input, table.VersionId);
      return;
    } catch (error) {
      const changed = awsErrorName(error) === "ConcurrentModificationException";
      if (!changed || attempt === UPDATE_ATTEMPTS) throw error;
      table = await calls.table(relation);
    }
  }
  throw relationNotInCatalog(`${relation.schema}.${relation.identifier}`);
}

/** Only comments that differ: each is a statement. */
export async function commentWithSpark(
  spark: SparkMetadata,
  relation: RelationAddress,
  current: { readonly columns: readonly CatalogColumn[]; readonly comment: string | undefined },
  { comment, columns }: Comments,
): Promise<void> {
  if (comment !== undefined && comment !== (current.comment ?? ""))
    await spark.setTableComment(relation, comment);
  const wanted = new Map(Object.entries(columns).map(([name, text]) => [name.toLowerCase(), text]));
  for (const column of current.columns) {
    const text = wanted.get(column.name.toLowerCase());
    if (text !== undefined && text !== (column.comment ?? ""))
      await spark.setColumnComment(relation, column.name, text);
  }
}
