import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createConfigRenderer } from "../config/config-renderer.ts";
import type { Environment } from "../config/environment.ts";
import type { Flags } from "../config/flags.ts";
import { readRawProject } from "../config/load-project.ts";
import { readPackagesFile } from "../config/packages-file.ts";
import { duplicateProjectName } from "../errors/config-errors.ts";
import { localPackageNotFound, packageEntry } from "../errors/package-errors.ts";
import type { ResolvedPackage } from "./lock-file.ts";
import { readPackageSpec } from "./package-spec.ts";
import type { PackageSpec } from "./package-spec.ts";

export interface ResolveContext {
  readonly flags: Flags;
  readonly env: Environment;
  /** Folder and name of the root project. */
  readonly root: string;
  readonly rootName: string;
}

/** What packages.yml (or dependencies.yml) of one project lists. */
export function readPackageSpecs(
  folder: string,
  { flags, env }: Pick<ResolveContext, "flags" | "env">,
): readonly PackageSpec[] {
  const render = createConfigRenderer({ vars: flags.vars, env, secretsAllowed: true });
  const { entries, unrendered } = readPackagesFile(folder, render);
  return entries.map((entry, index) => readPackageSpec(entry, unrendered[index]));
}

/**
 * The packages and the packages that they ask for, breadth first, each once. Two packages whose
 * projects share a name are an error.
 */
export function resolvePackages(
  specs: readonly PackageSpec[],
  context: ResolveContext,
): readonly ResolvedPackage[] {
  const resolved = new Map<string, ResolvedPackage>();
  let pending = specs;
  while (pending.length > 0) {
    const next: PackageSpec[] = [];
    for (const spec of pending) {
      const found = resolveLocal(spec, context);
      if (resolved.has(found.folder)) continue;
      resolved.set(found.folder, found);
      next.push(...readPackageSpecs(found.folder, context));
    }
    pending = next;
  }
  const packages = [...resolved.values()];
  checkNames(packages, context);
  return packages;
}

function resolveLocal(spec: PackageSpec, context: ResolveContext): ResolvedPackage {
  const folder = resolve(context.root, expandHome(spec.local, context.env));
  if (!existsSync(join(folder, "dbt_project.yml"))) {
    throw localPackageNotFound(spec.local, spec.place);
  }
  const name = readRawProject(folder, `${spec.local}/dbt_project.yml`).value.name;
  if (typeof name !== "string") {
    throw packageEntry(
      `The dbt_project.yml of the package "${spec.local}" has no name.`,
      spec.place,
    );
  }
  return { spec, name, folder };
}

function expandHome(path: string, env: Environment): string {
  return path.startsWith("~/") ? join(env.HOME ?? "~", path.slice(2)) : path;
}

function checkNames(packages: readonly ResolvedPackage[], context: ResolveContext): void {
  const seen = new Map([[context.rootName, context.root]]);
  for (const { name, folder } of packages) {
    const twin = seen.get(name);
    if (twin !== undefined) throw duplicateProjectName(name, twin, folder);
    seen.set(name, folder);
  }
}
