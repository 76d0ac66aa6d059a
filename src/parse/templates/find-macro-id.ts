import type { MacroIndex } from "../../context/macro-index.ts";
import type { DraftManifest } from "../drafts/draft-manifest.ts";

/**
 * Finds the macro of a generic test: its package's own, the root's, any package's, a built-in one.
 * Unlike templates, dbt also takes a test of another package without its name here.
 */
export function findMacroId(
  macros: MacroIndex,
  manifest: DraftManifest,
  root: string,
): (packageName: string, name: string) => string | undefined {
  let byName: Map<string, string> | undefined;
  return (packageName, name) => {
    const found = macros.find(name, packageName);
    if (
      found !== undefined &&
      (found.package_name === packageName || found.package_name === root)
    ) {
      return found.unique_id;
    }
    byName ??= importedMacros(manifest);
    return byName.get(name) ?? found?.unique_id;
  };
}

const INTERNAL = new Set(["dbt", "dbt_spark", "dbt_glue"]);

function importedMacros(manifest: DraftManifest): Map<string, string> {
  const imported = [...manifest.macros.values()].filter(
    (macro) => !INTERNAL.has(macro.package_name),
  );
  return new Map(imported.map((macro) => [macro.name, macro.unique_id]));
}
