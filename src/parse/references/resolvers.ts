import type { RuntimeConfig } from "../../config/runtime-config.ts";
import type { DraftManifest, DraftSemantic, DraftSource } from "../drafts/draft-manifest.ts";
import { type Draft, isEnabled } from "../drafts/draft.ts";
import type { Lookups } from "../lookups.ts";
import { packagesToSearch } from "./packages-to-search.ts";

/** What a reference leads to. */
export type Resolved<T> =
  | { readonly kind: "found"; readonly target: T }
  | { readonly kind: "disabled" }
  | { readonly kind: "missing" };

export interface Resolvers {
  ref(name: string, packageName: string | null, version: unknown, from: string): Resolved<Draft>;
  source(source: string, table: string, from: string): Resolved<DraftSource>;
  function(name: string, packageName: string | null, from: string): Resolved<Draft>;
  metric(name: string, packageName: string | null, from: string): Resolved<DraftSemantic>;
  /** `source.table` of all sources, and names of all metrics, for "did you mean". */
  sourceNames(): Iterable<string>;
}

/** Finds what references mean. `from` is the package of the node that refers. */
export function createResolvers(
  runtime: RuntimeConfig,
  manifest: DraftManifest,
  lookups: Lookups,
): Resolvers {
  const ownFirst = runtime.flags.behavior.require_ref_searches_node_package_before_root === true;
  const search = (from: string, target: string | null): readonly (string | null)[] =>
    packagesToSearch(runtime.project.name, from, target, ownFirst);
  const sources = byPackage(
    manifest.sources.values(),
    (each) => `${each.source_name}.${each.name}`,
  );
  const metrics = byPackage(manifest.metrics.values(), (each) => each.name);
  const isDisabled = (
    packages: readonly (string | null)[],
    name: string,
    version?: unknown,
  ): boolean => packages.some((each) => lookups.disabled().find(name, each, version) !== undefined);
  const settle = <T>(
    packages: readonly (string | null)[],
    name: string,
    find: (packageName: string | null) => T | undefined,
  ): Resolved<T> => {
    for (const each of packages) {
      const target = find(each);
      if (target !== undefined) return { kind: "found", target };
    }
    return { kind: isDisabled(packages, name) ? "disabled" : "missing" };
  };
  return {
    ref(name, packageName, version, from) {
      const packages = search(from, packageName);
      for (const each of packages) {
        const target = lookups.refs().find(name, each, version);
        if (target !== undefined && isEnabled(target)) return { kind: "found", target };
      }
      return { kind: isDisabled(packages, name, version) ? "disabled" : "missing" };
    },
    source: (source, table, from) => {
      const name = `${source}.${table}`;
      return settle(search(from, null), name, (each) => sources.find(name, each));
    },
    function: (name, packageName, from) =>
      settle(search(from, packageName), name, (each) => lookups.functions().find(name, each)),
    metric: (name, packageName, from) =>
      settle(search(from, packageName), name, (each) => metrics.find(name, each)),
    sourceNames: () => sources.names(),
  };
}

interface PackageIndex<T> {
  find(name: string, packageName: string | null): T | undefined;
  names(): Iterable<string>;
}

/** By name, then by package; without a package the first that was defined. */
function byPackage<T extends { readonly package_name: string }>(
  items: Iterable<T>,
  nameOf: (item: T) => string,
): PackageIndex<T> {
  const index = new Map<string, Map<string, T>>();
  for (const item of items) {
    const packages = index.get(nameOf(item)) ?? new Map<string, T>();
    index.set(nameOf(item), packages.set(item.package_name, item));
  }
  return {
    find(name, packageName) {
      const packages = index.get(name);
      return packageName === null ? packages?.values().next().value : packages?.get(packageName);
    },
    names: () => index.keys(),
  };
}
