import { configValueExpected } from "../../errors/parse-errors.ts";
import type { ConfigDict } from "./config-fields.ts";
import { listOf } from "./merge-config.ts";
import { isMapping } from "../../yaml/typed-readers.ts";

const APPENDED = new Set(["pre-hook", "pre_hook", "post-hook", "post_hook", "tags", "packages"]);
const UPDATED = new Set([
  "quoting",
  "column_types",
  "meta",
  "docs",
  "contract",
  "snapshot_meta_column_names",
]);

/**
 * Adds one `config(...)` call of a file to those before it, in place. The first call is taken as it
 * is; later ones append, merge or replace key by key. A grant's `+` is kept: it also tells how the
 * file's grants join those of the project.
 */
export function addConfigCall(calls: ConfigDict, call: ConfigDict): void {
  if (Object.keys(calls).length === 0) {
    Object.assign(calls, call);
    return;
  }
  for (const [name, value] of Object.entries(call))
    calls[name] = mergeCall(name, calls[name], value);
}

function mergeCall(name: string, old: unknown, value: unknown): unknown {
  if (APPENDED.has(name))
    return old === undefined ? listOf(value) : [...listOf(old), ...listOf(value)];
  if (UPDATED.has(name))
    return isMapping(old) ? { ...old, ...dictOf(name, value) } : dictOf(name, value);
  if (name === "grants") return mergeGrantCalls(isMapping(old) ? old : {}, dictOf(name, value));
  return value;
}

function mergeGrantCalls(old: ConfigDict, call: ConfigDict): ConfigDict {
  const merged: ConfigDict = {};
  for (const [key, grantees] of Object.entries(old)) merged[key] = listOf(grantees);
  for (const [key, grantees] of Object.entries(call)) {
    const before = key.startsWith("+") ? listOf(merged[key] ?? []) : [];
    merged[key] = [...before, ...listOf(grantees)];
  }
  return merged;
}

function dictOf(name: string, value: unknown): ConfigDict {
  if (isMapping(value)) return value;
  throw configValueExpected(name, "a dictionary", value);
}
