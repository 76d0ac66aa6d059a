import type { GraphResource, Manifest } from "../../manifest/manifest.ts";

/** Macros whose text differs, that are new, or that are gone. */
export function modifiedMacros(manifest: Manifest, earlier: Manifest): ReadonlySet<string> {
  const modified = new Set<string>();
  for (const [id, macro] of Object.entries(manifest.macros)) {
    if (earlier.macros[id]?.macro_sql !== macro.macro_sql) modified.add(id);
  }
  for (const id of Object.keys(earlier.macros)) {
    if (!(id in manifest.macros)) modified.add(id);
  }
  return modified;
}

/** Whether the resource calls such a macro, be it through other macros. */
export function usesModifiedMacro(
  resource: GraphResource,
  manifest: Manifest,
  modified: ReadonlySet<string>,
): boolean {
  if (modified.size === 0 || !("depends_on" in resource)) return false;
  const seen = new Set<string>();
  const pending = [...resource.depends_on.macros];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (modified.has(id)) return true;
    pending.push(...(manifest.macros[id]?.depends_on.macros ?? []));
  }
  return false;
}
