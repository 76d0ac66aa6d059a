import { macroArguments } from "../../context/macro-arguments.ts";
import type { ContextOptions } from "../../context/node-context.ts";
import type { UnitTestNode } from "../../manifest/other-resources.ts";
import type { Json } from "../../util/json.ts";
import type { RunEngine } from "../engine/run-engine.ts";

/** The variables, environment variables and macros that a unit test sets. */
export function readOverrides(
  { skeleton, invocation }: RunEngine,
  test: UnitTestNode,
): Pick<ContextOptions, "vars" | "env" | "macroOverrides" | "extra"> {
  const macros = new Map<string, unknown>();
  const extra: Record<string, unknown> = {};
  const given = Object.entries(macroArguments(recordOf(test.overrides, "macros")));
  // Names without a package come last: they beat the same macro named with its package.
  for (const [name, value] of given.sort(([a], [b]) => dots(b) - dots(a))) {
    const [packageName, bare] = name.split(".");
    if (bare !== undefined) {
      macros.set(name, value);
      // Observed: dbt's own macros and the project's are overridden under their bare names too.
      if (packageName === "dbt" || packageName === test.package_name) macros.set(bare, value);
    } else if (skeleton.macros.find(name, invocation.manifest.projectName)) {
      macros.set(name, value);
      if (skeleton.macros.find(`dbt.${name}`, "dbt")) macros.set(`dbt.${name}`, value);
    } else {
      extra[name] = value;
    }
  }
  const env = Object.entries(recordOf(test.overrides, "env_vars"));
  return {
    vars: recordOf(test.overrides, "vars"),
    env: Object.fromEntries(
      env.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
    macroOverrides: macros,
    extra,
  };
}

function dots(name: string): number {
  return name.split(".").length - 1;
}

function recordOf(overrides: Json, key: string): Readonly<Record<string, Json>> {
  if (!isRecord(overrides)) return {};
  const value = overrides[key];
  return value !== undefined && isRecord(value) ? value : {};
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
