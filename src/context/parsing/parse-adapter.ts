import {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import { quote, quoteSeedColumn } from "../adapter/text-methods.ts";
import { behaviorObject } from "../adapter/behavior-object.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import { runtimeConfigObject } from "../members/runtime-config-object.ts";
import type { RuntimeConfig } from "../../config/runtime-config.ts";
import type { DispatchCall } from "../macros/macro-dispatch.ts";

export interface ParseAdapterOptions {
  readonly runtime: RuntimeConfig;
  readonly relationClass: HostObject;
  readonly dispatch: (call: DispatchCall) => MacroNode;
  readonly bind: (macro: MacroNode) => HostObject;
}

/** `adapter` while parsing: there is no database, so whatever would ask one gives nothing. */
export function parseAdapter(options: ParseAdapterOptions): HostObject {
  return hostObject({
    typeName: "ParseDatabaseWrapper",
    getAttribute(name) {
      if (name === "Relation") return options.relationClass;
      if (name === "behavior") return behaviorObject(options.runtime.flags);
      if (name === "config") return runtimeConfigObject(options.runtime);
      if (name === "dispatch") return hostFunction(name, (args) => dispatch(options, args));
      return hostFunction(name, ANSWERS.get(name) ?? (() => null));
    },
  });
}

type Answer = (args: CallArguments) => unknown;

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["type", () => "glue"],
  ["quote", quote],
  ["quote_seed_column", quoteSeedColumn],
  ["execute", () => new PyTuple(["", null])],
  ["run_sql_for_tests", () => new PyTuple(["", null])],
  ["add_query", () => new PyTuple([null, null])],
  ["get_columns_in_relation", () => []],
  ["get_pseudocolumns_for_relation", () => []],
  ["get_column_schema_from_query", () => []],
  ["get_missing_columns", () => []],
  ["list_schemas", () => []],
  ["list_relations", () => []],
  ["list_relations_without_caching", () => []],
  ["check_schema_exists", () => false],
  ["cache_added", () => ""],
  ["cache_dropped", () => ""],
  ["cache_renamed", () => ""],
]);

function dispatch({ dispatch: find, bind }: ParseAdapterOptions, args: CallArguments): unknown {
  const bound = bindCall("dispatch", ["macro_name", "macro_namespace"], args, 1);
  return bind(
    find({ macro: pyStr(bound.macro_name), namespace: optionalText(bound.macro_namespace) }),
  );
}
