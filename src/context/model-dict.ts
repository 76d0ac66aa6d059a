import { lazyDict } from "../jinja/convert.ts";
import type { PyDict } from "../jinja/py-dict.ts";

/**
 * `model`: a node as templates see it. As in dbt, fields that are None are not there; what users
 * write themselves (`meta`) keeps its Nones.
 */
export function modelDict(node: object): PyDict {
  const fields = omitNone(Object.entries(node));
  const code = fields.compiled_code;
  return lazyDict(code === undefined ? fields : { ...fields, compiled_sql: code });
}

const USERS_OWN: ReadonlySet<string> = new Set(["meta", "unrendered_config", "vars"]);

function omitNone(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (value === null || value === undefined) continue;
    kept[name] = USERS_OWN.has(name) ? value : withoutNone(value);
  }
  return kept;
}

function withoutNone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNone);
  if (typeof value !== "object" || value === null) return value;
  // Values with a class of their own (dates, floats) are no records.
  return Object.getPrototypeOf(value) === Object.prototype
    ? omitNone(Object.entries(value))
    : value;
}
