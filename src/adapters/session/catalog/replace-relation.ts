import { isDeepStrictEqual } from "node:util";
import type { Table, TableInput } from "@aws-sdk/client-glue";
import type { RelationAddress, ReplacedRelation } from "../../../adapter/catalog.ts";
import { relationNotInCatalog } from "../../../errors/catalog-errors.ts";
import { locationOf } from "./catalog-entry.ts";
import type { GlueCatalogCalls } from "./glue-catalog-calls.ts";
import type { GluePartitionCalls } from "./glue-partition-calls.ts";
import { tableFormat } from "./table-format.ts";
import { tableInput } from "./table-input.ts";

/**
 * Gives `target` the entry of `staged`. Between tables of files this is one UpdateTable: readers
 * see the old table or the new one, and Lake Formation's grants stay. Partitions, which the Data
 * Catalog keeps apart, follow a hundred at a time. Where UpdateTable cannot say the change (a view
 * becomes a table, other partition keys, Iceberg), the entry is deleted and created at once.
 */
export async function replaceRelation(
  calls: GlueCatalogCalls,
  partitions: GluePartitionCalls,
  { staged, target }: { readonly staged: RelationAddress; readonly target: RelationAddress },
): Promise<ReplacedRelation> {
  const [source, old] = await Promise.all([calls.table(staged), calls.table(target)]);
  if (!source) throw relationNotInCatalog(`${staged.schema}.${staged.identifier}`);
  const input: TableInput = { ...tableInput(source), Name: target.identifier.toLowerCase() };
  const isPartitioned = (source.PartitionKeys ?? []).length > 0;
  const wanted = isPartitioned ? await partitions.list(staged) : [];
  await calls.deleteTable(staged);
  if (old && isUpdatable(old, source)) {
    await calls.updateTable(target.schema, input, old.VersionId);
  } else {
    if (old) await calls.deleteTable(target);
    await calls.createTable(target.schema, input);
  }
  if (isPartitioned) await partitions.replace(target, wanted);
  const location = old && locationOf(old);
  return location === undefined ? {} : { location };
}

function isUpdatable(old: Table, source: Table): boolean {
  const [before, after] = [tableFormat(old), tableFormat(source)];
  const isTable = before.kind === "table" && after.kind === "table";
  const isIceberg = before.provider === "iceberg" || after.provider === "iceberg";
  return isTable && !isIceberg && isDeepStrictEqual(keysOf(old), keysOf(source));
}

function keysOf({ PartitionKeys: keys = [] }: Table): unknown {
  return keys.map(({ Name, Type }) => [Name, Type]);
}
