import type { StaticCall } from "../../dialect/static-calls.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import { dispatchStatically, type DispatchRules } from "./macro-dispatch.ts";
import type { MacroLookup } from "./macro-lookup.ts";

export interface CallingMacro {
  readonly macro: MacroNode;
  readonly calls: readonly StaticCall[];
  /** Names that the base context gives: dbt takes no macro for them. */
  readonly skipped: (name: string) => boolean;
}

/** dbt never takes a call of these for a macro. */
const NEVER_MACROS = new Set(["source", "ref", "config"]);

/**
 * Ids of the macros that a macro calls, found without running it. A dispatch that could find
 * nothing fails here, as in dbt, even in a macro that nobody calls.
 */
export function macroDependencies(
  lookup: MacroLookup,
  rules: DispatchRules,
  { macro, calls, skipped }: CallingMacro,
): string[] {
  const ids = new Set<string>();
  for (const name of calledNames(lookup, rules, calls, skipped)) {
    if (name === macro.name) continue;
    const [packageName, member] = name.includes(".") ? split(name) : [macro.package_name, name];
    const found = lookup.findDependency(member, packageName);
    if (found !== undefined) ids.add(found.unique_id);
  }
  return [...ids];
}

function split(name: string): readonly [string, string] {
  const [packageName = "", member = ""] = name.split(".");
  return [packageName, member];
}

function calledNames(
  lookup: MacroLookup,
  rules: DispatchRules,
  calls: readonly StaticCall[],
  skipped: (name: string) => boolean,
): string[] {
  return calls.flatMap((call) => {
    if (call.kind === "dispatch") return dispatched(lookup, rules, call);
    if (call.kind === "member") {
      return call.owner === "adapter" ? [] : [`${call.owner}.${call.name}`];
    }
    return NEVER_MACROS.has(call.name) || skipped(call.name) ? [] : [call.name];
  });
}

/** dbt lists the bare name too: it may be a macro of its own. */
function dispatched(
  lookup: MacroLookup,
  rules: DispatchRules,
  { macro, namespace }: Extract<StaticCall, { kind: "dispatch" }>,
): string[] {
  if (macro === null) return [];
  const found = dispatchStatically(lookup, rules, { macro, namespace });
  return [macro, `${found.package_name}.${found.name}`];
}
