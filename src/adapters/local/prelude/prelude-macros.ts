import { CAST_MACROS } from "./macros/cast-macros.ts";
import { COLLECTION_MACROS } from "./macros/collection-macros.ts";
import { DATE_MACROS } from "./macros/date-macros.ts";
import { MATH_MACROS } from "./macros/math-macros.ts";
import { MISC_MACROS } from "./macros/misc-macros.ts";
import { STRING_MACROS } from "./macros/string-macros.ts";

/** The statements that make the prelude's macros in the current schema, users after what they use. */
export function preludeMacros(): readonly string[] {
  const macros = [
    ...CAST_MACROS,
    ...MATH_MACROS,
    ...STRING_MACROS,
    ...DATE_MACROS,
    ...COLLECTION_MACROS,
    ...MISC_MACROS,
  ];
  const byName = new Map(macros.map((macro) => [macroName(macro), macro]));
  const ordered = new Set<string>();
  for (const name of byName.keys()) addWithUses(name, byName, ordered);
  return [...ordered].map((name) => `CREATE OR REPLACE MACRO ${byName.get(name) ?? ""}`);
}

function macroName(macro: string): string {
  return macro.slice(0, macro.indexOf("("));
}

/** DuckDB binds a macro's body when it is made, so what it calls must be there. */
function addWithUses(
  name: string,
  byName: ReadonlyMap<string, string>,
  ordered: Set<string>,
): void {
  if (ordered.has(name)) return;
  for (const [, used = ""] of (byName.get(name) ?? "").matchAll(/\b(sp_\w+)\(/g)) {
    if (used !== name && byName.has(used)) addWithUses(used, byName, ordered);
  }
  ordered.add(name);
}
