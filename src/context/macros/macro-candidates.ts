import { materializationMacroName } from "../../dialect/macro-names.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { MacroLookup } from "./macro-lookup.ts";

type Locality = "root" | "imported" | "built-in";

/** A macro like `generate_schema_name`: packages have a say only about their own nodes. */
export function findGenerateMacro(
  lookup: MacroLookup,
  component: string,
  importedPackage?: string,
): MacroNode | undefined {
  const candidates = named(lookup, `generate_${component}_name`);
  if (importedPackage !== undefined) {
    return candidates.find(
      (macro) =>
        macro.package_name === importedPackage && localityOf(lookup, macro) === "imported",
    );
  }
  return preferred(lookup, candidates, ["root", "built-in"]);
}

/**
 * The macro of a materialization: one for this adapter beats one for any, wherever it is; then the
 * root's beats the built-in one. An imported package may not replace a built-in materialization.
 */
export function findMaterialization(
  lookup: MacroLookup,
  name: string,
  adapterTypes: readonly string[],
): MacroNode | undefined {
  const levels = adapterTypes.map((type) => named(lookup, materializationMacroName(name, type)));
  const best = bestOf(lookup, levels, ["root", "imported", "built-in"]);
  const hasBuiltIn = levels.flat().some((macro) => localityOf(lookup, macro) === "built-in");
  if (best === undefined || localityOf(lookup, best) !== "imported" || !hasBuiltIn) return best;
  return bestOf(lookup, levels, ["root", "built-in"]);
}

function bestOf(
  lookup: MacroLookup,
  levels: readonly (readonly MacroNode[])[],
  localities: readonly Locality[],
): MacroNode | undefined {
  for (const candidates of levels) {
    const found = preferred(lookup, candidates, localities);
    if (found !== undefined) return found;
  }
  return undefined;
}

function named(lookup: MacroLookup, name: string): MacroNode[] {
  return lookup.all.filter((macro) => macro.name === name);
}

function preferred(
  lookup: MacroLookup,
  candidates: readonly MacroNode[],
  localities: readonly Locality[],
): MacroNode | undefined {
  for (const locality of localities) {
    const found = candidates.filter((macro) => localityOf(lookup, macro) === locality);
    const [first] = found.toSorted((a, b) => internalRank(lookup, a) - internalRank(lookup, b));
    if (first !== undefined) return first;
  }
  return undefined;
}

function internalRank(lookup: MacroLookup, macro: MacroNode): number {
  return lookup.internalPackages.indexOf(macro.package_name);
}

function localityOf(lookup: MacroLookup, macro: MacroNode): Locality {
  if (macro.package_name === lookup.rootPackage) return "root";
  return lookup.isInternal(macro.package_name) ? "built-in" : "imported";
}
