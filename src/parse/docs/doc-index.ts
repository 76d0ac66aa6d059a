import type { DocNode } from "../../manifest/macro-node.ts";
import { packagesToSearch } from "../references/packages-to-search.ts";

/** Finds docs blocks by name, as `doc()` does. */
export interface DocIndex {
  /** `from` is the package of the node that is described. */
  find(name: string, packageName: string | null, from: string): DocNode | undefined;
  names(): Iterable<string>;
}

export function buildDocIndex(docs: Iterable<DocNode>, root: string, ownFirst: boolean): DocIndex {
  const byName = new Map<string, Map<string, DocNode>>();
  for (const doc of docs) {
    const packages = byName.get(doc.name) ?? new Map<string, DocNode>();
    byName.set(doc.name, packages.set(doc.package_name, doc));
  }
  return {
    find(name, packageName, from) {
      const packages = byName.get(name);
      for (const each of packagesToSearch(root, from, packageName, ownFirst)) {
        const found = each === null ? packages?.values().next().value : packages?.get(each);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    names: () => byName.keys(),
  };
}
