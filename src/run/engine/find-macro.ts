import { macroNotFound } from "../../errors/macro-errors.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { Manifest } from "../../manifest/manifest.ts";

const BUILT_IN: readonly string[] = ["dbt_glue", "dbt_spark", "dbt"];

/**
 * A macro as `run-operation` and the engine itself name it: `name` or `package.name`. Without a
 * package the root project's comes first, then a package's, then the built-in one.
 */
export function findMacro(manifest: Manifest, name: string): MacroNode {
  const dot = name.indexOf(".");
  const packageName = dot < 0 ? undefined : name.slice(0, dot);
  const bare = name.slice(dot + 1);
  const candidates = Object.values(manifest.macros).filter(
    (macro) =>
      macro.name === bare && (packageName === undefined || macro.package_name === packageName),
  );
  const rank = (macro: MacroNode): number => {
    if (macro.package_name === manifest.projectName) return 0;
    const builtIn = BUILT_IN.indexOf(macro.package_name);
    return builtIn < 0 ? 1 : 2 + builtIn;
  };
  const [found] = candidates.sort((a, b) => rank(a) - rank(b));
  if (!found) throw macroNotFound(name);
  return found;
}
