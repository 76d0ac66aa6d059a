import type { DispatchRule } from "../config/project-config.ts";
import {
  compileKnownMacro,
  compileMacro,
  type MacroMode,
  type MacroSummary,
  type MacroTemplate,
} from "../dialect/compile-macro.ts";
import type { Dialect } from "../dialect/dialect.ts";
import type { Scope } from "../jinja/scope.ts";
import type { SourceOptions } from "../jinja/template-source.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import { macroDependencies } from "./macros/macro-dependencies.ts";
import { dispatchMacro, type DispatchCall } from "./macros/macro-dispatch.ts";
import { MacroLookup } from "./macros/macro-lookup.ts";
import { MacroScope, type MacroScopeOptions } from "./macros/macro-scope.ts";
import { findGenerateMacro, findMaterialization } from "./macros/macro-candidates.ts";

export interface MacroIndexOptions {
  readonly dialect: Dialect;
  readonly rootPackage: string;
  /** Packages of the built-in macros, the adapter's own first: `["dbt_glue", "dbt_spark", "dbt"]`. */
  readonly internalPackages: readonly string[];
  /** The root project's `dispatch:`. */
  readonly dispatch: readonly DispatchRule[];
  /** All installed packages; those that have macros where left out. */
  readonly packages?: readonly string[];
  /** Adapter types that dispatch tries, the adapter's own first; `default` follows. */
  readonly adapterTypes?: readonly string[];
  /** Where a macro stands in its file, for the places of errors. */
  readonly sourceOf?: (macro: MacroNode) => SourceOptions | undefined;
  /** What is known of a macro already; its text is then read only when it is called. */
  readonly summaryOf?: (macro: MacroNode) => MacroSummary | undefined;
}

/** All macros of a project: found by the rules of dbt, compiled when first called. */
export interface MacroIndex {
  /**
   * What templates of a package see: macros (its own, the root's, built-in ones), packages as
   * namespaces, and behind them the base. Macros called from there see the same scope.
   */
  scopeFor(
    packageName: string,
    base: Scope,
    mode: MacroMode,
    options?: MacroScopeOptions,
  ): MacroScope;
  /** What `adapter.dispatch` finds from a package. @throws EngineError `MACRO_DISPATCH` */
  dispatch(call: DispatchCall, packageName: string): MacroNode;
  /** The macro that a name, or `package.name`, means in a package. */
  find(name: string, packageName: string): MacroNode | undefined;
  /** `generate_schema_name` and its like: the root's, else the built-in one; or a package's own. */
  findGenerateMacro(component: string, importedPackage?: string): MacroNode | undefined;
  findMaterialization(name: string): MacroNode | undefined;
  /** Ids of the macros that a macro calls, as in `depends_on.macros`; names of `skipped` are no macros. */
  dependenciesOf(macro: MacroNode, skipped: (name: string) => boolean): string[];
  templateOf(macro: MacroNode): MacroTemplate;
}

export function buildMacroIndex(
  macros: Iterable<MacroNode>,
  options: MacroIndexOptions,
): MacroIndex {
  const lookup = new MacroLookup(macros, options);
  const templates = new Map<string, MacroTemplate>();
  const templateOf = (macro: MacroNode): MacroTemplate => {
    const known = templates.get(macro.unique_id);
    if (known !== undefined) return known;
    const source = options.sourceOf?.(macro) ?? { path: macro.original_file_path };
    const summary = options.summaryOf?.(macro);
    const text = macro.macro_sql;
    const template = summary
      ? compileKnownMacro(options.dialect, { text, source }, summary)
      : compileMacro(options.dialect, text, source);
    templates.set(macro.unique_id, template);
    return template;
  };
  const adapterTypes = options.adapterTypes ?? ["glue", "spark"];
  const rules = { dispatch: options.dispatch, prefixes: [...adapterTypes, "default"] };
  return {
    templateOf,
    scopeFor: (packageName, base, mode, scopeOptions) =>
      new MacroScope({ lookup, templateOf, packageName, base, mode }, scopeOptions),
    dispatch: (call, packageName) => dispatchMacro(lookup, rules, call, packageName),
    find: (name, packageName) => lookup.find(name, packageName),
    findGenerateMacro: (component, imported) => findGenerateMacro(lookup, component, imported),
    findMaterialization: (name) => findMaterialization(lookup, name, rules.prefixes),
    dependenciesOf: (macro, skipped) =>
      macroDependencies(lookup, rules, { macro, calls: templateOf(macro).calls, skipped }),
  };
}
