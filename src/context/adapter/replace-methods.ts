import { jinjaLogWarning } from "../../events/template-events.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import { relationObject } from "../relation-object.ts";
import { renderRelation, type DbtRelation } from "../relation.ts";
import { isIcebergFormat } from "../relation/iceberg-catalog.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { callMacro } from "./call-macro.ts";
import { catalogAddress } from "./catalog-address.ts";
import { defaultLocation } from "./location-methods.ts";
import { expectRelation, relationArgument } from "./relation-arguments.ts";

/** What stands in the name of a relation that is built beside the one it will replace. */
const STAGED = "__dbt_new_";

/** `adapter.can_replace(existing_relation, file_format)`: in one `create or replace table`? */
export function canReplace({ skeleton }: AdapterScope, args: CallArguments): boolean {
  const bound = bindCall("can_replace", ["existing_relation", "file_format"], args, 1);
  const existing = expectRelation("can_replace", bound.existing_relation);
  const wanted = optionalText(bound.file_format) ?? "parquet";
  const { replaceFormats, replacesOtherFormats } = skeleton.invocation.adapter.capabilities;
  if (existing.type !== "table" || !replaceFormats.includes(wanted)) return false;
  return replacesOtherFormats || existing.provider === providerOf(wanted);
}

function providerOf(fileFormat: string): string {
  return isIcebergFormat(fileFormat) ? "iceberg" : fileFormat;
}

/**
 * `adapter.stage_for(relation, file_format)`: the name under which to build what will take the
 * relation's place with `adapter.replace_relation`; None where that cannot be. Hudi writes a
 * table's name into its files, and S3 Tables are in a catalog of their own.
 */
export function stageFor({ skeleton }: AdapterScope, args: CallArguments): unknown {
  const bound = bindCall("stage_for", ["relation", "file_format"], args, 1);
  const relation = expectRelation("stage_for", bound.relation);
  const { adapter, runtime } = skeleton.invocation;
  const format = optionalText(bound.file_format) ?? "parquet";
  if (!adapter.catalog.replaceRelation || ["hudi", "s3tables"].includes(format)) return null;
  const identifier = `${relation.identifier ?? ""}${STAGED}${runtime.invocationId.replaceAll("-", "").slice(0, 8)}`;
  return relationObject({ ...relation, identifier });
}

/**
 * `adapter.replace_relation(staged, relation)`: one change in the catalog. The data of the replaced
 * table is deleted if it lies where this target keeps that table.
 */
export async function replaceRelation(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const bound = bindCall("replace_relation", ["staged", "relation"], args, 2);
  const staged = expectRelation("replace_relation", bound.staged);
  const relation = expectRelation("replace_relation", bound.relation);
  const { catalog } = adapter.skeleton.invocation.adapter;
  const { location } =
    (await catalog.replaceRelation?.(
      catalogAddress("replace_relation", staged),
      catalogAddress("replace_relation", relation),
    )) ?? {};
  if (staged.type !== "table") return null;
  // What this lane has read of the old table is out of date.
  await adapter.statements.execute(`refresh table ${renderRelation(relation)}`);
  if (location !== undefined) await purge(adapter, relation, location);
  return null;
}

/** `adapter.drop_left_overs(relation)`: what interrupted runs have built and not put in its place. */
export async function dropLeftOvers(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const { schema, identifier } = relationArgument("drop_left_overs", args);
  const { cache, invocation } = adapter.skeleton;
  if (!invocation.adapter.catalog.replaceRelation || schema === null) return null;
  const prefix = `${identifier ?? ""}${STAGED}`.toLowerCase();
  for (const relation of await cache.list(schema)) {
    if (relation.identifier?.toLowerCase().startsWith(prefix) !== true) continue;
    cache.drop(relation);
    await callMacro(adapter, "drop_relation", { relation: relationObject(relation) });
  }
  return null;
}

/** The new table is there already, so what cannot be deleted is said and not a failure. */
async function purge(
  adapter: AdapterScope,
  relation: DbtRelation,
  location: string,
): Promise<void> {
  const { adapter: engine, runtime } = adapter.skeleton.invocation;
  const own = plainLocation(defaultLocation(relation, runtime.profile.credentials));
  const old = plainLocation(location);
  if (old !== own && !old.startsWith(`${own}${STAGED}`)) return;
  try {
    await engine.storage.deletePrefix(location);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    adapter.emit(jinjaLogWarning(`The old data of ${renderRelation(relation)} stays: ${reason}`));
  }
}

/** `file:///a` and `file:/a` are one place. */
function plainLocation(location: string): string {
  return location.replace(/^file:\/+/, "file:/").replace(/\/+$/, "");
}
