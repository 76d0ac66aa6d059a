import { configMissing, persistDocsNotADict } from "../../errors/template-errors.ts";
import { toPython } from "../../jinja/convert.ts";
import {
  HOST,
  hostFunction,
  hostObject,
  isHostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import type { JsonObject } from "../../util/json.ts";
import { bindCall } from "./call-arguments.ts";

/** Whose config is read; macros have none. */
export interface ConfigOwner {
  readonly unique_id: string;
  readonly config?: JsonObject;
}

/** `config` at run time: reads the node's config, and ignores what the template sets. */
export function configMember(owner: ConfigOwner): HostObject {
  const config = owner.config ?? {};
  const meta = toPython(config.meta ?? {});
  const lookup: Lookup = (name) => configValue(config, name);
  const lookupMeta: Lookup = (name) => (meta instanceof PyDict ? meta.get(name) : MISSING);
  const methods = new Map<string, (args: CallArguments) => unknown>([
    ["get", (args) => getWithDefault("get", lookup, args)],
    ["meta_get", (args) => getWithDefault("meta_get", lookupMeta, args)],
    ["require", (args) => requireValue("require", owner.unique_id, lookup, args)],
    ["meta_require", (args) => requireValue("meta_require", owner.unique_id, lookupMeta, args)],
    ["set", () => ""],
    ["persist_relation_docs", () => persistsDocs(lookup, "relation")],
    ["persist_column_docs", () => persistsDocs(lookup, "columns")],
  ]);
  return hostObject({
    typeName: "RuntimeConfigObject",
    call: () => "",
    getAttribute(name) {
      const method = methods.get(name);
      return method ? hostFunction(name, method) : MISSING;
    },
  });
}

type Lookup = (name: string) => unknown;

// dbt's config has attributes pre_hook and post_hook; the spelling with a hyphen finds nothing.
function configValue(config: JsonObject, name: string): unknown {
  if (name === "pre-hook" || name === "post-hook") return MISSING;
  const key = name === "pre_hook" || name === "post_hook" ? name.replace("_", "-") : name;
  return Object.hasOwn(config, key) ? toPython(config[key]) : MISSING;
}

/** Synchronous unless there is a validator to ask. */
function getWithDefault(name: string, lookup: Lookup, args: CallArguments): unknown {
  const bound = bindCall(name, ["name", "default", "validator"], args, 1);
  const found = lookup(pyStr(bound.name));
  const fallback = bound.default ?? null;
  const value = found === MISSING ? fallback : found;
  return fallback === null ? value : validated(bound.validator, value);
}

function requireValue(name: string, node: string, lookup: Lookup, args: CallArguments): unknown {
  const bound = bindCall(name, ["name", "validator"], args, 1);
  const value = lookup(pyStr(bound.name));
  if (value === MISSING) throw configMissing(node, pyStr(bound.name));
  return validated(bound.validator, value);
}

function validated(validator: unknown, value: unknown): unknown {
  if (!isHostObject(validator) || !validator[HOST].call) return value;
  const answer = validator[HOST].call({ positional: [value], named: new Map() });
  return answer instanceof Promise ? answer.then(() => value) : value;
}

function persistsDocs(lookup: Lookup, part: string): unknown {
  const docs = lookup("persist_docs");
  if (docs === MISSING) return false;
  if (!(docs instanceof PyDict)) throw persistDocsNotADict(pyRepr(docs));
  const value = docs.get(part);
  return value === MISSING ? false : value;
}
