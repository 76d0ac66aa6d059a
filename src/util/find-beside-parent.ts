import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The path of something that lies beside a parent folder: `macros` beside `dist` in the package,
 * beside `src` in a checkout. Undefined where no parent has it.
 */
export function findBesideParent(start: string, path: string): string | undefined {
  const found = join(start, path);
  if (existsSync(found)) return found;
  const parent = dirname(start);
  return parent === start ? undefined : findBesideParent(parent, path);
}
