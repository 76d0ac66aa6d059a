import type { Flags } from "../../config/flags.ts";
import { toPython } from "../../jinja/convert.ts";
import { hostObject, type HostObject } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { MISSING } from "../../jinja/scope.ts";

/** `flags`: `flags.FULL_REFRESH`. As in dbt, only names in capitals answer; others are Undefined. */
export function flagsObject(flags: Flags): HostObject {
  const values = flagValues(flags);
  return hostObject({
    typeName: "Namespace",
    getAttribute(name) {
      const key = name.toLowerCase();
      if (name !== name.toUpperCase() || !values.has(key)) return MISSING;
      return toPython(values.get(key) ?? null);
    },
  });
}

/** `invocation_args_dict`: the flags that are set, as dbt names them. */
export function invocationArguments(flags: Flags): PyDict {
  const set = [...flagValues(flags)].filter(
    ([name, value]) =>
      value !== null && value !== undefined && !(value === false && FALSE_IS_UNSET.has(name)),
  );
  return PyDict.fromEntries(set.map(([name, value]) => [name, toPython(value)]));
}

/** Flags that dbt leaves out when they are off. */
const FALSE_IS_UNSET: ReadonlySet<string> = new Set([
  "debug",
  "full_refresh",
  "fail_fast",
  "warn_error",
  "store_failures",
]);

/** All flags under dbt's names: `full_refresh`, `select`, ... */
export function flagValues(flags: Flags): ReadonlyMap<string, unknown> {
  const { command, behavior, ...common } = flags;
  const named = Object.entries({ ...common, ...command }).map(
    ([name, value]) => [snakeCase(name), value] as const,
  );
  return new Map<string, unknown>([...Object.entries(behavior), ...named]);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll("-", "_");
}
