import { duplicateProjectName } from "../errors/config-errors.ts";
import { packageKindsDiffer } from "../errors/package-errors.ts";
import type { PackageSource } from "./package-source.ts";
import type { PackageSpec } from "./package-spec.ts";
import { localFolder, pinPackage } from "./pin-package.ts";
import type { PinnedPackage } from "./pinned-package.ts";

/**
 * The packages and the packages that they ask for, breadth first, each once: what several ask for of one
 * package must hold together. Two packages whose projects share a name are an error.
 */
export async function resolvePackages(
  specs: readonly PackageSpec[],
  source: PackageSource,
): Promise<readonly PinnedPackage[]> {
  const wanted = new Map<string, PackageSpec>();
  const pinned = new Map<string, PinnedPackage>();
  let pending = specs;
  while (pending.length > 0) {
    const next: PackageSpec[] = [];
    for (const spec of pending) {
      const key = keyOf(spec, source);
      const known = wanted.get(key);
      const merged = known === undefined ? spec : merge(known, spec);
      wanted.set(key, merged);
      if (known !== undefined && asksTheSame(known, merged)) continue;
      const found = await pinPackage(merged, source);
      pinned.set(key, found);
      next.push(...found.specs);
    }
    pending = next;
  }
  const packages = [...pinned.values()];
  checkNames(packages, source);
  return packages;
}

function keyOf(spec: PackageSpec, { root, env }: PackageSource): string {
  switch (spec.kind) {
    case "local":
      return localFolder(spec, root, env);
    case "hub":
      return spec.package;
    case "git":
      return `${spec.git.replace(/\.git$/, "")}/${spec.subdirectory ?? ""}`;
    case "tarball":
      return spec.name;
  }
}

function merge(known: PackageSpec, spec: PackageSpec): PackageSpec {
  if (known.kind === "hub" && spec.kind === "hub")
    return { ...known, versions: union(known.versions, spec.versions) };
  if (known.kind === "git" && spec.kind === "git") {
    const isQuiet = known.warnUnpinned === false || spec.warnUnpinned === false;
    const quiet = isQuiet ? { warnUnpinned: false } : {};
    return { ...known, revisions: union(known.revisions, spec.revisions), ...quiet };
  }
  if (known.kind !== spec.kind) throw packageKindsDiffer(known.kind, spec.kind, spec.place);
  return known;
}

function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}

function asksTheSame(known: PackageSpec, merged: PackageSpec): boolean {
  if (known.kind === "hub" && merged.kind === "hub")
    return known.versions.length === merged.versions.length;
  if (known.kind === "git" && merged.kind === "git")
    return known.revisions.length === merged.revisions.length;
  return true;
}

function checkNames(packages: readonly PinnedPackage[], { rootName }: PackageSource): void {
  const seen = new Map([[rootName, "the root project"]]);
  for (const { name, title } of packages) {
    const twin = seen.get(name);
    if (twin !== undefined) throw duplicateProjectName(name, twin, title);
    seen.set(name, title);
  }
}
