import type { EngineError } from "../../errors/engine-error.ts";
import type { DispatchRule } from "../../config/project-config.ts";
import { dispatchArgument, dispatchNotFound } from "../../errors/dialect-errors.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { MacroLookup } from "./macro-lookup.ts";

export interface DispatchCall {
  readonly macro: string;
  readonly namespace: string | null;
}

export interface DispatchRules {
  readonly dispatch: readonly DispatchRule[];
  /** `glue`, `spark`, `default`. */
  readonly prefixes: readonly string[];
}

/** What `adapter.dispatch` finds when a template of the package calls it. */
export function dispatchMacro(
  lookup: MacroLookup,
  rules: DispatchRules,
  call: DispatchCall,
  packageName: string,
): MacroNode {
  return search(lookup, rules, call, (name, namespace) =>
    namespace === null
      ? lookup.findUnqualified(name, packageName)
      : lookup.namespace(namespace)?.get(name),
  );
}

/** The same while macros are analysed without being called from anywhere. */
export function dispatchStatically(
  lookup: MacroLookup,
  rules: DispatchRules,
  call: DispatchCall,
): MacroNode {
  return search(lookup, rules, call, (name, namespace) => lookup.findStatically(name, namespace));
}

type Find = (name: string, namespace: string | null) => MacroNode | undefined;

/** All prefixes of one package come before the next package. */
function search(lookup: MacroLookup, rules: DispatchRules, call: DispatchCall, find: Find): MacroNode {
  if (call.macro.includes(".")) throw dottedName(call.macro);
  const attempts: string[] = [];
  for (const namespace of searchOrder(lookup, rules, call.namespace)) {
    for (const prefix of rules.prefixes) {
      const name = `${prefix}__${call.macro}`;
      const found = find(name, namespace);
      if (found !== undefined) return found;
      attempts.push(namespace === null ? name : `${namespace}.${name}`);
    }
  }
  throw dispatchNotFound(call.macro, call.namespace, attempts);
}

/** The project's own order, else the root before the namespace; null is the unqualified name. */
function searchOrder(
  lookup: MacroLookup,
  rules: DispatchRules,
  namespace: string | null,
): readonly (string | null)[] {
  if (namespace === null) return [null];
  const rule = rules.dispatch.find(({ macroNamespace }) => macroNamespace === namespace);
  if (rule !== undefined && rule.searchOrder.length > 0) return rule.searchOrder;
  return lookup.packages.has(namespace) ? [lookup.rootPackage, namespace] : [null];
}

function dottedName(name: string): EngineError {
  const [namespace = "", ...rest] = name.split(".");
  return dispatchArgument(
    `In adapter.dispatch, got a macro name of "${name}", but "." is not a valid macro name component. Did you mean \`adapter.dispatch("${rest.join(".")}", macro_namespace="${namespace}")\`?`,
  );
}
