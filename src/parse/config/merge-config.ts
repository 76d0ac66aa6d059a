import { configValueExpected } from "../../errors/parse-errors.ts";
import type { ConfigDict, ConfigField, ConfigKind } from "./config-fields.ts";
import { configFields } from "./config-fields.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import { normalizeConfig } from "./normalize-config.ts";

/** The config of a kind before anyone set anything. */
export function initialConfig(kind: ConfigKind): ConfigDict {
  return { ...initialOf(kind) };
}

const INITIAL = new Map<ConfigKind, ConfigDict>();

/** Shared by all configs: merging makes new values and changes none. */
function initialOf(kind: ConfigKind): ConfigDict {
  const known = INITIAL.get(kind);
  if (known !== undefined) return known;
  const fields = [...configFields(kind).values()];
  const initial = Object.fromEntries(
    fields.map(({ name, initial }) => [name, frozen(structuredClone(initial))]),
  );
  INITIAL.set(kind, initial);
  return initial;
}

function frozen(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

/** `config` with one more, nearer level laid over it by each key's merge rule. Changes neither. */
export function mergeConfig(kind: ConfigKind, config: ConfigDict, level: ConfigDict): ConfigDict {
  const fields = configFields(kind);
  const merged = { ...config };
  for (const [name, value] of Object.entries(withHookDashes(level))) {
    const field = fields.get(name);
    merged[name] = field === undefined ? value : mergeField(field, config[name], value);
  }
  return normalizeConfig(kind, merged);
}

/** `pre_hook` and `post_hook` in dbt's spelling. */
export function withHookDashes(level: ConfigDict): ConfigDict {
  if (!("pre_hook" in level) && !("post_hook" in level)) return level;
  const { pre_hook: pre, post_hook: post, ...rest } = level;
  return {
    ...rest,
    ...(pre === undefined ? {} : { "pre-hook": pre }),
    ...(post === undefined ? {} : { "post-hook": post }),
  };
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as unknown[])] : [value];
}

function mergeField(field: ConfigField, old: unknown, value: unknown): unknown {
  switch (field.merge) {
    case "clobber":
      return value;
    case "append":
      return [...listOf(old), ...listOf(value)];
    case "update":
      if (field.name === "latest_version_pointer" && typeof value === "boolean") {
        return { ...dictOf(field.name, old), enabled: value };
      }
      return { ...dictOf(field.name, old), ...dictOf(field.name, value) };
    case "grants":
      return mergeGrants(dictOf(field.name, old), dictOf(field.name, value));
  }
}

function dictOf(name: string, value: unknown): ConfigDict {
  if (isMapping(value)) return value;
  throw configValueExpected(name, "a dictionary", value);
}

function mergeGrants(old: ConfigDict, level: ConfigDict): ConfigDict {
  const merged: ConfigDict = {};
  for (const [privilege, grantees] of Object.entries(old)) merged[privilege] = listOf(grantees);
  for (const [key, grantees] of Object.entries(level)) {
    const privilege = key.replace(/^\++/, "");
    const before = key.startsWith("+") ? listOf(merged[privilege] ?? []) : [];
    merged[privilege] = [...before, ...listOf(grantees)];
  }
  return merged;
}
