import { approximateMatch } from "../../errors/relation-errors.ts";
import { hostFunction, type CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import { relationObject, type RelationObject } from "../relation-object.ts";
import { makeRelation, renderRelation, type DbtRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { callMacro } from "./call-macro.ts";
import { catalogSchema } from "./catalog-address.ts";
import { fromAndTo, relationArgument } from "./relation-arguments.ts";

/** `adapter.get_relation(database, schema, identifier)`: from the cache; None where there is none. */
export async function getRelation(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<RelationObject | null> {
  // dbt-glue's fourth argument says which catalog to look in; there is one so far.
  const parameters = ["database", "schema", "identifier", "file_format"] as const;
  const bound = bindCall("get_relation", parameters, args);
  const schema = optionalText(bound.schema);
  const identifier = optionalText(bound.identifier);
  if (schema === null || identifier === null) return null;
  const found = await findRelation(adapter, catalogSchema(schema), identifier);
  return found ? relationObject(found) : null;
}

/** Quoted names must match to the letter; unquoted ones have no case on Spark. */
export async function findRelation(
  { skeleton }: AdapterScope,
  schema: string,
  identifier: string,
): Promise<DbtRelation | undefined> {
  const found = await skeleton.cache.find(schema, identifier);
  if (found && skeleton.quotePolicy.identifier && found.identifier !== identifier) {
    throw approximateMatch(renderRelation(found), `${schema}.${identifier}`);
  }
  return found;
}

export async function listRelations(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<RelationObject[]> {
  const bound = bindCall("list_relations", ["database", "schema"], args, 2);
  return (await skeleton.cache.list(pyStr(bound.schema))).map(relationObject);
}

/** Past the cache: what the catalog says now. */
export async function listRelationsWithoutCaching(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<RelationObject[]> {
  const { schema } = relationArgument("list_relations_without_caching", args);
  const found = await skeleton.invocation.adapter.catalog.listRelations(schema ?? "");
  return found.map(({ schema, identifier, kind, provider = null }) =>
    relationObject(makeRelation({ schema, identifier, type: kind, provider })),
  );
}

export async function alreadyExists(adapter: AdapterScope, args: CallArguments): Promise<boolean> {
  const bound = bindCall("already_exists", ["schema", "name"], args, 2);
  return (await findRelation(adapter, pyStr(bound.schema), pyStr(bound.name))) !== undefined;
}

export async function dropRelation(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const relation = relationArgument("drop_relation", args);
  adapter.skeleton.cache.drop(relation);
  await callMacro(adapter, "drop_relation", { relation: relationObject(relation) });
  return null;
}

export async function truncateRelation(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const relation = relationArgument("truncate_relation", args);
  await callMacro(adapter, "truncate_relation", { relation: relationObject(relation) });
  return null;
}

export async function renameRelation(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const { from, to } = fromAndTo("rename_relation", args);
  adapter.skeleton.cache.rename(from, to);
  await callMacro(adapter, "rename_relation", {
    from_relation: relationObject(from),
    to_relation: relationObject(to),
  });
  return null;
}

export async function createSchema(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const relation = relationArgument("create_schema", args);
  await callMacro(adapter, "create_schema", { relation: relationObject(relation) });
  return null;
}

export async function dropSchema(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const relation = relationArgument("drop_schema", args);
  await callMacro(adapter, "drop_schema", { relation: relationObject(relation) });
  if (relation.schema !== null) adapter.skeleton.cache.dropSchema(relation.schema);
  return null;
}

export async function checkSchemaExists(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<boolean> {
  const { schema } = bindCall("check_schema_exists", ["database", "schema"], args, 2);
  const wanted = (optionalText(schema) ?? "").toLowerCase();
  const schemas = await skeleton.invocation.adapter.catalog.listSchemas();
  return schemas.some((name) => name.toLowerCase() === wanted);
}

/** `cache_added`, `cache_dropped`, `cache_renamed`: macros that changed the engine themselves say so. */
export function cacheMethod(adapter: AdapterScope, name: string): unknown {
  const { cache } = adapter.skeleton;
  return hostFunction(name, (args) => {
    if (name === "cache_renamed") {
      const { from, to } = fromAndTo(name, args);
      cache.rename(from, to);
    } else if (name === "cache_added") cache.add(relationArgument(name, args));
    else cache.drop(relationArgument(name, args));
    return "";
  });
}
