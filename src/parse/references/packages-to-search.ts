/**
 * Where a name without a package is looked for, in this order; null is any package. `target` is the
 * package that the reference names.
 */
export function packagesToSearch(
  root: string,
  own: string,
  target: string | null,
  ownFirst: boolean,
): readonly (string | null)[] {
  if (target !== null) return [target];
  if (root === own) return [root, null];
  return ownFirst ? [own, root, null] : [root, own, null];
}
