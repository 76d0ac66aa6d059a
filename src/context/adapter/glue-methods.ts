import { raisedByTemplate } from "../../errors/template-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { bindCall, expectDict, optionalText } from "../members/call-arguments.ts";
import type { DbtRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { catalogAddress, catalogSchema } from "./catalog-address.ts";
import { expectRelation } from "./relation-arguments.ts";
import { findRelation } from "./relation-methods.ts";

// Methods of `adapter` that dbt-core does not have: dbt-glue's, and what the built-in macros ask of
// the engine (macros/README.md).

/** `adapter.can_replace(existing_relation, file_format)`: in one `create or replace table`? */
export function canReplace({ skeleton }: AdapterScope, args: CallArguments): boolean {
  const bound = bindCall("can_replace", ["existing_relation", "file_format"], args, 1);
  const existing = expectRelation("can_replace", bound.existing_relation);
  const wanted = optionalText(bound.file_format) ?? "parquet";
  const { replaceFormats, replacesOtherFormats } = skeleton.invocation.adapter.capabilities;
  if (existing.type !== "table" || !replaceFormats.includes(wanted)) return false;
  return replacesOtherFormats || existing.provider === providerOf(wanted);
}

/** S3 Tables hold Iceberg. */
function providerOf(fileFormat: string): string {
  return fileFormat === "s3tables" ? "iceberg" : fileFormat;
}

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

/**
 * `adapter.get_location(relation)`: `LOCATION '<location>/<schema>/<identifier>'`; empty where the
 * engine places its tables itself.
 */
export function getLocation({ skeleton }: AdapterScope, args: CallArguments): string {
  const parameters = ["relation", "custom_location", "as_clause", "trailing_slash"] as const;
  const bound = bindCall("get_location", parameters, args, 1);
  const { adapter, runtime } = skeleton.invocation;
  if (!adapter.capabilities.tableLocations) return "";
  const custom = optionalText(bound.custom_location) ?? "empty";
  const relation = expectRelation("get_location", bound.relation);
  const place =
    custom === "empty" ? defaultLocation(relation, runtime.profile.credentials) : custom;
  const path = bound.trailing_slash === true ? `${place}/` : place;
  return bound.as_clause === false ? path : `location '${path}'`;
}

function defaultLocation(
  relation: DbtRelation,
  credentials: Readonly<Record<string, unknown>>,
): string {
  const root = pyStr(credentials.location ?? "").replace(/\/+$/, "");
  if (root === "") {
    throw raisedByTemplate("The profile has no `location`, which tables on Glue are kept below.");
  }
  const { schema, identifier } = catalogAddress("get_location", relation);
  return credentials.root_location === true
    ? `${root}/${identifier}`
    : `${root}/${schema}/${identifier}`;
}

/** What dbt-glue has and no built-in macro needs. */
export const UNSUPPORTED_GLUE_METHODS: readonly string[] = [
  "create_csv_table",
  "delta_create_table",
  "delta_update_manifest",
  "duplicate_view",
  "execute_pyspark",
  "execute_python",
  "glue_rename_relation",
  "hudi_merge_table",
  "iceberg_expire_snapshots",
];
