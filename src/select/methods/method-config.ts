import type { MethodFactory } from "./method-factory.ts";

/**
 * `config.key:value`, deeper keys with dots. A list matches by its items, `true` and `false` as
 * text match booleans, and the letter case of a severity does not count. Nodes and sources only.
 */
export const matchConfig: MethodFactory = ({ methodArguments, value }) => {
  const anyCase = methodArguments.length === 1 && methodArguments[0] === "severity";
  return (resource) => {
    if (!CONFIGURABLE.has(resource.resource_type)) return false;
    const held = descend(resource.config, methodArguments);
    if (held === undefined) return false;
    const items: readonly unknown[] = Array.isArray(held) ? held : [held];
    return items.some((item) => matches(item, value, anyCase));
  };
};

const CONFIGURABLE = new Set([
  "model",
  "seed",
  "snapshot",
  "test",
  "analysis",
  "operation",
  "sql_operation",
  "source",
]);

function matches(held: unknown, value: unknown, anyCase: boolean): boolean {
  if (held === value) return true;
  if (typeof value === "string") {
    const word = value.toLowerCase();
    if (held === true || held === false) return word === String(held);
    return anyCase && typeof held === "string" && held.toLowerCase() === word;
  }
  // Python counts True as 1.
  return typeof value !== "object" && typeof held === "boolean" && Number(held) === value;
}

/** Undefined where a key on the way is missing. Hooks are `pre_hook` here and `pre-hook` there. */
function descend(config: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  let held: unknown = config;
  for (const key of keys) {
    if (typeof held !== "object" || held === null) return undefined;
    const alias = key.replace("_hook", "-hook");
    const name = Object.hasOwn(held, key) ? key : alias;
    if (!Object.hasOwn(held, name)) return undefined;
    held = (held as Readonly<Record<string, unknown>>)[name];
  }
  return held;
}
