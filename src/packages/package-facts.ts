import { createConfigRenderer } from "../config/config-renderer.ts";
import { readRawProject } from "../config/load-project.ts";
import { readPackagesFile } from "../config/packages-file.ts";
import type { RenderText } from "../config/render-yaml-value.ts";
import { packageEntry } from "../errors/package-errors.ts";
import type { Place } from "../errors/place.ts";
import type { PackageSource } from "./package-source.ts";
import { readPackageSpec, type PackageSpec } from "./package-spec.ts";

/** What the files of a package say of it: its project's name, and the packages that it asks for. */
export function packageFacts(
  folder: string,
  title: string,
  place: Place,
  source: Pick<PackageSource, "flags" | "env">,
): { readonly name: string; readonly specs: readonly PackageSpec[] } {
  const { name } = readRawProject(folder, `${title}/dbt_project.yml`).value;
  if (typeof name !== "string" || !/^\w+$/.test(name))
    throw packageEntry(`The dbt_project.yml of the package "${title}" has no name.`, place);
  return { name, specs: readPackageSpecs(folder, source) };
}

/** What packages.yml (or dependencies.yml) of one project lists. */
export function readPackageSpecs(
  folder: string,
  source: Pick<PackageSource, "flags" | "env">,
): readonly PackageSpec[] {
  const { entries, unrendered } = readPackagesFile(folder, packageRenderer(source));
  return entries.map((entry, index) => readPackageSpec(entry, unrendered[index]));
}

/** Renders what files of packages say; they may have secrets. */
export function packageRenderer({ flags, env }: Pick<PackageSource, "flags" | "env">): RenderText {
  return createConfigRenderer({ vars: flags.vars, env, secretsAllowed: true });
}
