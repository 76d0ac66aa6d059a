import type { RuntimeConfig } from "../config/runtime-config.ts";

/**
 * The variables that a package's templates see, by name: `--vars` before the root project's (those
 * under the package's name first), before the package's own. Values are as YAML gave them.
 */
export function projectVars(
  runtime: RuntimeConfig,
  packageName: string,
): ReadonlyMap<string, unknown> {
  const root = runtime.project;
  const own = packageName === root.name ? undefined : runtime.packages.get(packageName);
  const merged = new Map<string, unknown>();
  // Weakest first. Observed with dbt 1.12: the root's global vars beat even the package's scoped ones.
  for (const project of own ? [own, root] : [root]) {
    addAll(merged, project.vars);
    addAll(merged, project.vars[packageName]);
  }
  addAll(merged, runtime.flags.vars);
  return merged;
}

function addAll(merged: Map<string, unknown>, vars: unknown): void {
  if (typeof vars !== "object" || vars === null || Array.isArray(vars)) return;
  for (const [name, value] of Object.entries(vars)) merged.set(name, value);
}
