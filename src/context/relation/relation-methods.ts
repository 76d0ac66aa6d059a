import { relationNameWithoutParts, approximateMatch } from "../../errors/relation-errors.ts";
import { hostFunction, type CallArguments, type HostObject } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall, listOf, optionalBoolean, optionalText } from "../members/call-arguments.ts";
import {
  ephemeralName,
  isRelationType,
  makeRelation,
  matchesPart,
  quoteIdentifier,
  renderEventTimeFiltered,
  renderLimited,
  renderRelation,
  SPARK_INCLUDE_POLICY,
  SPARK_QUOTE_POLICY,
  type DbtRelation,
  type PartPolicy,
  type RelationPart,
} from "../relation.ts";

type Wrap = (relation: DbtRelation) => HostObject;
type Method = (relation: DbtRelation, args: CallArguments, wrap: Wrap) => unknown;

const PARTS = ["database", "schema", "identifier"] as const;

/** A bound method of a relation, or MISSING. */
export function relationMethod(relation: DbtRelation, name: string, wrap: Wrap): unknown {
  const method = METHODS.get(name);
  return method ? hostFunction(name, (args) => method(relation, args, wrap)) : MISSING;
}

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["render", (relation) => renderRelation(relation)],
  ["render_limited", (relation) => renderLimited(relation)],
  ["render_event_time_filtered", (r, args) => renderFiltered(r, args)],
  [
    "include",
    (r, args, wrap) => wrap({ ...r, includePolicy: policy("include", r.includePolicy, args) }),
  ],
  ["quote", (r, args, wrap) => wrap({ ...r, quotePolicy: policy("quote", r.quotePolicy, args) })],
  ["incorporate", (r, args, wrap) => wrap(incorporate(r, args))],
  ["replace", (r, args, wrap) => wrap(incorporate(r, args))],
  ["replace_path", (r, args, wrap) => wrap({ ...r, ...pathOf(PyDict.fromEntries(args.named)) })],
  [
    "without_identifier",
    (r, _, wrap) =>
      wrap({ ...r, identifier: null, includePolicy: { ...r.includePolicy, identifier: false } }),
  ],
  ["matches", (r, args) => matches(r, args)],
  ["information_schema", (r, args, wrap) => wrap(informationSchema(r, args))],
  ["information_schema_only", (r, args, wrap) => wrap(informationSchema(r, args))],
  ["quoted", (_, args) => quoteIdentifier(pyStr(args.positional[0]))],
  ["add_ephemeral_prefix", (_, args) => ephemeralName(pyStr(args.positional[0]))],
  ["scd_args", (_, args) => scdArgs(args)],
  ["get", (r, args) => getOf(r, args)],
  ["get_default_quote_policy", () => PyDict.fromEntries(Object.entries(SPARK_QUOTE_POLICY))],
  ["get_default_include_policy", () => PyDict.fromEntries(Object.entries(SPARK_INCLUDE_POLICY))],
  ["get_function_macro_name", (_, args) => functionMacroName(args)],
  ["get_function_config", (_, args) => functionConfig(args)],
]);

function renderFiltered(relation: DbtRelation, args: CallArguments): string {
  const { rendered } = bindCall("render_event_time_filtered", ["rendered"], args);
  return renderEventTimeFiltered(relation, optionalText(rendered) ?? undefined);
}

function policy(name: string, current: PartPolicy, args: CallArguments): PartPolicy {
  const bound = bindCall(name, PARTS, args);
  const changed: Record<RelationPart, boolean> = { ...current };
  for (const part of PARTS) changed[part] = optionalBoolean(bound[part]) ?? current[part];
  return changed;
}

/** The parts that a dict names; a part set to None is cleared. */
function pathOf(path: unknown): Partial<Record<RelationPart, string | null>> {
  if (!(path instanceof PyDict)) return {};
  const parts: Partial<Record<RelationPart, string | null>> = {};
  for (const part of PARTS) if (path.has(part)) parts[part] = optionalText(path.get(part));
  return parts;
}

/** Facts of a relation that `incorporate(...)` and `create(...)` take by name. */
export function relationFacts(named: ReadonlyMap<string, unknown>): Partial<DbtRelation> {
  const type = optionalText(named.get("type"));
  const limit = named.get("limit");
  const created = optionalBoolean(named.get("dbt_created"));
  const provider = ["delta", "hudi", "iceberg"].find((name) => named.get(`is_${name}`) === true);
  return {
    ...pathOf(named.get("path")),
    ...(named.has("catalog") ? { catalog: optionalText(named.get("catalog")) } : {}),
    ...(type !== null && isRelationType(type) ? { type } : {}),
    ...(typeof limit === "number" ? { limit } : {}),
    ...(created === undefined ? {} : { dbtCreated: created }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** A policy with the booleans of a dict, such as `quote_policy={...}`. */
export function mergePolicy(current: PartPolicy, dict: unknown): PartPolicy {
  if (!(dict instanceof PyDict)) return current;
  const merged: Record<RelationPart, boolean> = { ...current };
  for (const part of PARTS) merged[part] = optionalBoolean(dict.get(part)) ?? current[part];
  return merged;
}

function incorporate(relation: DbtRelation, { named }: CallArguments): DbtRelation {
  return {
    ...relation,
    ...relationFacts(named),
    quotePolicy: mergePolicy(relation.quotePolicy, named.get("quote_policy")),
    includePolicy: mergePolicy(relation.includePolicy, named.get("include_policy")),
  };
}

function matches(relation: DbtRelation, args: CallArguments): boolean {
  const bound = bindCall("matches", PARTS, args);
  const wanted = PARTS.flatMap((part) => {
    const text = optionalText(bound[part]);
    return text === null ? [] : [{ part, text }];
  });
  if (wanted.length === 0) throw relationNameWithoutParts();
  if (wanted.every(({ part, text }) => matchesPart(relation, part, text))) return true;
  const bare = (text: string): string => text.toLowerCase().replace(/^`+|`+$/g, "");
  const nearly = wanted.every(({ part, text }) => bare(relation[part] ?? "None") === bare(text));
  if (!nearly) return false;
  throw approximateMatch(renderRelation(relation), wanted.map(({ text }) => text).join("."));
}

function informationSchema(relation: DbtRelation, args: CallArguments): DbtRelation {
  const view = args.positional[0] ?? args.named.get("view_name");
  return makeRelation({
    database: relation.database,
    identifier: "INFORMATION_SCHEMA",
    type: "view",
    quotePolicy: { ...relation.quotePolicy, identifier: false },
    includePolicy: { database: relation.database !== null, schema: false, identifier: true },
    informationSchemaView: typeof view === "string" ? view : null,
  });
}

function scdArgs(args: CallArguments): unknown[] {
  const bound = bindCall("scd_args", ["primary_key", "updated_at"], args, 2);
  return [...listOf(bound.primary_key), bound.updated_at];
}

/** dbt_utils recognises relations by `get('metadata').type`. */
function getOf(relation: DbtRelation, args: CallArguments): unknown {
  const { key, default: fallback = null } = bindCall("get", ["key", "default"], args, 1);
  if (key === "metadata") return PyDict.fromRecord({ type: "SparkRelation" });
  if (key === "type") return relation.type;
  const part = PARTS.find((known) => known === key);
  return part === undefined ? fallback : relation[part];
}

function functionConfig(args: CallArguments): PyDict | null {
  const model = args.positional[0] ?? args.named.get("model");
  if (!(model instanceof PyDict) || model.get("resource_type") !== "function") return null;
  const config = model.get("config");
  const read = (key: string): unknown =>
    config instanceof PyDict && config.has(key) ? config.get(key) : null;
  return PyDict.fromRecord({
    language: model.has("language") ? model.get("language") : "",
    type: read("type"),
    runtime_version: read("runtime_version"),
    entry_point: read("entry_point"),
  });
}

function functionMacroName(args: CallArguments): string {
  const config = args.positional[0] ?? args.named.get("config");
  if (!(config instanceof PyDict)) return "";
  return `${pyStr(config.get("type"))}_function_${pyStr(config.get("language"))}`;
}
