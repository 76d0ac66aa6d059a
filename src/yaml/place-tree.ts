import type { YamlPath } from "./yaml-document.ts";

/** Offsets of one value and of what it holds; aliases share the tree of their anchor. */
export interface PlaceTree {
  /** Where the value starts. */
  readonly valueAt: number;
  /** Where the key or the list item starts: equal to `valueAt` for items. */
  readonly at: number;
  readonly children: ReadonlyMap<string | number, PlaceTree> | undefined;
}

/** The tree at `path`, or that of its nearest parent that is in the text. */
export function findPlace(root: PlaceTree, path: YamlPath): PlaceTree {
  let tree = root;
  for (const step of path) {
    const child = tree.children?.get(step);
    if (!child) return tree;
    tree = child;
  }
  return tree;
}
