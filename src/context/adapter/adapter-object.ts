import { notSupported } from "../../errors/not-supported.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { behaviorObject } from "./behavior-object.ts";
import { getColumns, getMissingColumns } from "./column-methods.ts";
import { renderColumnConstraints, renderModelConstraints } from "./constraint-methods.ts";
import {
  alreadyExists,
  cacheMethod,
  checkSchemaExists,
  createSchema,
  dropRelation,
  dropSchema,
  getRelation,
  listRelations,
  listRelationsWithoutCaching,
  renameRelation,
  truncateRelation,
} from "./relation-methods.ts";
import {
  hardDeletesBehavior,
  validSnapshotTarget,
  validSnapshotTargetGivenStrategy,
} from "./snapshot-methods.ts";
import {
  createDatabase,
  dropDatabase,
  executePyspark,
  getTableType,
  renameInCatalog,
  setComments,
  UNSUPPORTED_GLUE_METHODS,
} from "./glue-methods.ts";
import { addTags, applyCellFilters, setGrants } from "./governance-methods.ts";
import { clearLocation, getLocation } from "./location-methods.ts";
import { canReplace, dropLeftOvers, replaceRelation, stageFor } from "./replace-methods.ts";
import { stageSeedRows } from "./seed-methods.ts";
import { addQuery, columnsOfQuery, execute } from "./statement-methods.ts";
import { incrementalStrategyMacro } from "./strategy-methods.ts";
import {
  convertType,
  quote,
  quoteAsConfigured,
  quoteSeedColumn,
  standardizeGrants,
} from "./text-methods.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import { runtimeConfigObject } from "../members/runtime-config-object.ts";

/** `adapter` at run time: dbt's adapter methods over the contracts of `src/adapter`. */
export function adapterObject(adapter: AdapterScope): HostObject {
  return hostObject({
    typeName: "RuntimeDatabaseWrapper",
    getAttribute(name) {
      if (name === "Relation") return adapter.skeleton.relationClass;
      const { runtime } = adapter.skeleton.invocation;
      if (name === "behavior") return behaviorObject(runtime.flags);
      if (name === "config") return runtimeConfigObject(runtime);
      if (CACHE_METHODS.has(name)) return cacheMethod(adapter, name);
      const method = METHODS.get(name);
      if (method) return hostFunction(name, (args) => method(adapter, args));
      throw pythonError("AttributeError", `'adapter' has no attribute '${name}'`);
    },
  });
}

const CACHE_METHODS: ReadonlySet<string> = new Set([
  "cache_added",
  "cache_dropped",
  "cache_renamed",
]);

type Method = (adapter: AdapterScope, args: CallArguments) => unknown;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["type", () => "glue"],
  ["commit", () => null],
  ["dispatch", dispatch],
  ["execute", execute],
  ["run_sql_for_tests", execute],
  ["add_query", addQuery],
  ["get_column_schema_from_query", columnsOfQuery],
  ["get_relation", getRelation],
  ["already_exists", alreadyExists],
  ["list_relations", listRelations],
  ["list_relations_without_caching", listRelationsWithoutCaching],
  ["list_schemas", ({ skeleton }) => skeleton.invocation.adapter.catalog.listSchemas()],
  ["drop_relation", dropRelation],
  ["truncate_relation", truncateRelation],
  ["rename_relation", renameRelation],
  ["create_schema", createSchema],
  ["create_database", createDatabase],
  ["drop_schema", dropSchema],
  ["check_schema_exists", checkSchemaExists],
  ["get_columns_in_relation", getColumns],
  ["get_missing_columns", getMissingColumns],
  ["get_pseudocolumns_for_relation", () => []],
  // Spark's strings have no size that could be too small.
  ["expand_target_column_types", () => null],
  ["valid_snapshot_target", validSnapshotTarget],
  ["assert_valid_snapshot_target_given_strategy", validSnapshotTargetGivenStrategy],
  ["get_hard_deletes_behavior", (_, args) => hardDeletesBehavior(args)],
  ["get_incremental_strategy_macro", incrementalStrategyMacro],
  ["render_raw_columns_constraints", renderColumnConstraints],
  ["render_raw_model_constraints", renderModelConstraints],
  ["quote", (_, args) => quote(args)],
  ["quote_as_configured", ({ skeleton }, args) => quoteAsConfigured(skeleton.quotePolicy, args)],
  ["quote_seed_column", (_, args) => quoteSeedColumn(args)],
  ["convert_type", (_, args) => convertType(args)],
  ["standardize_grants_dict", (_, args) => standardizeGrants(args)],
  ["date_function", () => "current_timestamp()"],
  ["build_catalog_relation", () => null],
  ["get_catalog_integration", unsupported("catalog integrations (catalogs.yml)")],
  ["get_partitions_metadata", unsupported("adapter.get_partitions_metadata")],
  ["drop_database", dropDatabase],
  ["can_replace", canReplace],
  ["stage_for", stageFor],
  ["replace_relation", replaceRelation],
  ["drop_left_overs", dropLeftOvers],
  ["execute_pyspark", executePyspark],
  ["execute_python", executePyspark],
  ["glue_rename_relation", renameInCatalog],
  ["set_comments", setComments],
  ["stage_seed_rows", stageSeedRows],
  ["get_location", getLocation],
  ["clear_location", clearLocation],
  ["get_table_type", getTableType],
  ["get_custom_iceberg_catalog_namespace", ({ skeleton }) => skeleton.icebergCatalog],
  ["add_lf_tags", addTags],
  ["apply_lf_grants", applyCellFilters],
  ["set_grants", setGrants],
  ...UNSUPPORTED_GLUE_METHODS.map((name): [string, Method] => [
    name,
    unsupported(`adapter.${name}`),
  ]),
]);

function unsupported(what: string): Method {
  return () => {
    throw notSupported(what);
  };
}

function dispatch(adapter: AdapterScope, args: CallArguments): unknown {
  const bound = bindCall("dispatch", ["macro_name", "macro_namespace", "packages"], args, 1);
  if ((bound.packages ?? null) !== null) {
    throw pythonError("TypeError", "adapter.dispatch() takes macro_namespace, and no packages");
  }
  return adapter.dispatch(pyStr(bound.macro_name), optionalText(bound.macro_namespace));
}
