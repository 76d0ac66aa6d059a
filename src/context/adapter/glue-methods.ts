import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { bindCall, expectDict, optionalText } from "../members/call-arguments.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { catalogAddress, catalogSchema } from "./catalog-address.ts";
import { expectRelation, fromAndTo } from "./relation-arguments.ts";
import { findRelation } from "./relation-methods.ts";

// Methods of `adapter` that dbt-core does not have: dbt-glue's, and what the built-in macros ask of
// the engine (macros/README.md).

/** `adapter.set_comments(relation, comment, columns)`: in the catalog, without SQL. */
export async function setComments({ skeleton }: AdapterScope, args: CallArguments): Promise<null> {
  const bound = bindCall("set_comments", ["relation", "comment", "columns"], args, 3);
  const relation = expectRelation("set_comments", bound.relation);
  const columns = Object.fromEntries(
    [...expectDict("set_comments", bound.columns).entries()].map(([name, comment]) => [
      pyStr(name),
      pyStr(comment),
    ]),
  );
  const comment = optionalText(bound.comment) ?? undefined;
  const { catalog } = skeleton.invocation.adapter;
  await catalog.setComments(catalogAddress("set_comments", relation), comment, columns);
  return null;
}

/**
 * `adapter.create_database(relation)`: in the catalog, with a location below the target's. False,
 * and nothing done, where the engine keeps no locations: SQL does it there.
 */
export async function createDatabase(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<boolean> {
  const { relation } = bindCall("create_database", ["relation"], args, 1);
  const { schema } = expectRelation("create_database", relation);
  const { capabilities, catalog } = skeleton.invocation.adapter;
  if (!capabilities.tableLocations || schema === null) return false;
  await catalog.createSchema(catalogSchema(schema));
  return true;
}

/** `adapter.drop_database(relation)`: from the catalog, with all that is in it; see `create_database`. */
export async function dropDatabase(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<boolean> {
  const { relation } = bindCall("drop_database", ["relation"], args, 1);
  const { schema } = expectRelation("drop_database", relation);
  const { capabilities, catalog } = skeleton.invocation.adapter;
  if (!capabilities.tableLocations || schema === null) return false;
  await catalog.dropSchema(catalogSchema(schema));
  return true;
}

/** `adapter.get_table_type(relation)`: `table`, `view`, `iceberg_table`, or None where there is none. */
export async function getTableType(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<string | null> {
  const { relation } = bindCall("get_table_type", ["relation", "file_format"], args, 1);
  const wanted = catalogAddress("get_table_type", expectRelation("get_table_type", relation));
  const found = await findRelation(adapter, wanted.schema, wanted.identifier);
  if (!found) return null;
  return found.provider === "iceberg" ? "iceberg_table" : found.type;
}

/** `adapter.execute_pyspark(codeblock)`, `adapter.execute_python(code, ...)`: Python in the node's lane. */
export async function executePyspark(
  { statements }: AdapterScope,
  { positional, named }: CallArguments,
): Promise<null> {
  const code = positional[0] ?? named.get("codeblock") ?? named.get("code");
  await statements.executePython(pyStr(code));
  return null;
}

/**
 * `adapter.glue_rename_relation(from, to)`: gives the catalog's entry another name. False, and nothing
 * done, where SQL can rename.
 */
export async function renameInCatalog(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<boolean> {
  const { from, to } = fromAndTo("glue_rename_relation", args);
  const { catalog } = skeleton.invocation.adapter;
  const [source, target] = [from, to].map((each) => catalogAddress("glue_rename_relation", each));
  if (!catalog.replaceRelation || !source || !target) return false;
  await catalog.replaceRelation(source, target);
  return true;
}

/** What dbt-glue has and no built-in macro needs. */
export const UNSUPPORTED_GLUE_METHODS: readonly string[] = [
  "create_csv_table",
  "delta_create_table",
  "delta_update_manifest",
  "duplicate_view",
  "hudi_merge_table",
  "iceberg_expire_snapshots",
];
