import { ambiguousReference } from "../../errors/lookup-errors.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import type { ManifestNode, RefableNode } from "../../manifest/nodes.ts";
import type { SemanticResource } from "../../manifest/other-resources.ts";
import type { SourceNode } from "../../manifest/source-node.ts";

/** What a reference names: something that runs, something switched off, or nothing. */
export type Found<T> =
  | { readonly kind: "found"; readonly resource: T }
  | { readonly kind: "disabled" }
  | { readonly kind: "missing" };

/** How a reference is written: `ref('pkg', 'name', v=2)`. */
export interface Reference {
  readonly name: string;
  readonly package: string | null;
  readonly version?: string | number | null;
}

/** Finds resources by the names that templates use, from the point of view of a package. */
export interface NodeLookup {
  ref(reference: Reference, fromPackage: string): Found<RefableNode>;
  source(source: string, table: string, fromPackage: string): Found<SourceNode>;
  metric(reference: Reference, fromPackage: string): Found<SemanticResource>;
  function(reference: Reference, fromPackage: string): Found<ManifestNode>;
}

type Index<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

interface Entry<T> {
  readonly names: readonly string[];
  readonly packageName: string;
  readonly resource: T;
}

/** @param nodePackageFirst - the behaviour flag require_ref_searches_node_package_before_root */
export function buildNodeLookup(manifest: Manifest, nodePackageFirst: boolean): NodeLookup {
  const nodes = Object.values(manifest.nodes);
  const disabled = Object.values(manifest.disabled).flat();
  const refs = indexOf(nodes.filter(isRefable).map(refEntry));
  const sources = indexOf(Object.values(manifest.sources).map(sourceEntry));
  const metrics = indexOf(Object.values(manifest.metrics).map(plainEntry));
  const functions = indexOf(
    [...nodes.filter(isFunction), ...Object.values(manifest.functions)].map(plainEntry),
  );
  const disabledRefs = indexOf(disabled.filter(isRefable).map(refEntry));
  const disabledSources = indexOf(disabled.filter(isSource).map(sourceEntry));
  const packagesFor = (asked: string | null, from: string): readonly (string | null)[] => {
    if (asked !== null) return [asked];
    const root = manifest.projectName;
    if (from === root) return [root, null];
    return nodePackageFirst ? [from, root, null] : [root, from, null];
  };
  return {
    ref: (reference, from) =>
      search(refs, disabledRefs, keyOf(reference), packagesFor(reference.package, from)),
    source: (source, table, from) =>
      search(sources, disabledSources, `${source}.${table}`, packagesFor(null, from)),
    metric: ({ name, package: asked }, from) =>
      search(metrics, NOTHING, name, packagesFor(asked, from)),
    function: ({ name, package: asked }, from) =>
      search(functions, NOTHING, name, packagesFor(asked, from)),
  };
}

const NOTHING: Index<unknown> = new Map();

function search<T>(
  index: Index<T>,
  disabled: Index<unknown>,
  name: string,
  packages: readonly (string | null)[],
): Found<T> {
  for (const packageName of packages) {
    const found = pick(index, name, packageName);
    if (found !== undefined) return { kind: "found", resource: found };
  }
  const isOff = packages.some((packageName) => has(disabled, name, packageName));
  return { kind: isOff ? "disabled" : "missing" };
}

/** dbt asks for a version only when it is truthy. */
function keyOf({ name, version }: Reference): string {
  return version === undefined || version === null || version === "" || version === 0
    ? name
    : `${name}.v${version}`;
}

function pick<T>(index: Index<T>, name: string, packageName: string | null): T | undefined {
  const packages = index.get(name);
  if (!packages) return undefined;
  if (packageName !== null) return packages.get(packageName);
  if (packages.size > 1) throw ambiguousReference(name, [...packages.keys()]);
  return packages.values().next().value;
}

function has(index: Index<unknown>, name: string, packageName: string | null): boolean {
  const packages = index.get(name);
  return packages !== undefined && (packageName === null || packages.has(packageName));
}

function indexOf<T>(entries: readonly Entry<T>[]): Index<T> {
  const index = new Map<string, Map<string, T>>();
  for (const { names, packageName, resource } of entries) {
    for (const name of names) {
      const packages = index.get(name);
      if (packages) packages.set(packageName, resource);
      else index.set(name, new Map([[packageName, resource]]));
    }
  }
  return index;
}

interface Typed {
  readonly resource_type: string;
}

function isRefable(resource: Typed): resource is RefableNode {
  return ["model", "seed", "snapshot"].includes(resource.resource_type);
}

function isSource(resource: Typed): resource is SourceNode {
  return resource.resource_type === "source";
}

function isFunction(node: ManifestNode): boolean {
  return node.resource_type === "function";
}

/** A versioned model answers to `name.v1`, and to its bare name if it is the latest. */
function refEntry(node: RefableNode): Entry<RefableNode> {
  const version = node.resource_type === "model" ? node.version : null;
  const latest = node.resource_type === "model" ? node.latest_version : null;
  const names =
    version === null
      ? [node.name]
      : [`${node.name}.v${version}`, ...(String(version) === String(latest) ? [node.name] : [])];
  return { names, packageName: node.package_name, resource: node };
}

function sourceEntry(source: SourceNode): Entry<SourceNode> {
  return {
    names: [`${source.source_name}.${source.name}`],
    packageName: source.package_name,
    resource: source,
  };
}

function plainEntry<T extends { readonly name: string; readonly package_name: string }>(
  resource: T,
): Entry<T> {
  return { names: [resource.name], packageName: resource.package_name, resource };
}
