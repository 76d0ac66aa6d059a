import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { bug } from "../errors/bug.ts";
import { findBesideParent } from "../util/find-beside-parent.ts";

/** A file that ships with the package, found from the sources as from the bundle. */
export function findAsset(path: string): string {
  const found = findBesideParent(dirname(fileURLToPath(import.meta.url)), path);
  if (found === undefined) throw bug(`"${path}" is not where the package put it`);
  return found;
}
