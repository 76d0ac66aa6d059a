import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../errors/config-errors.ts";
import { child, isPresent, locate, placeOf, readList, readMapping } from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { renderYamlValue } from "./render-yaml-value.ts";
import type { RenderText } from "./render-yaml-value.ts";

/** What packages.yml or dependencies.yml lists. */
export interface PackagesFile {
  /** The file that lists them; packages.yml where neither exists. */
  readonly fileName: "packages.yml" | "dependencies.yml";
  /** Entries of `packages:`, rendered (dependencies.yml never is). */
  readonly entries: readonly Located[];
  /** The same entries as written: the lock file's hash covers them. */
  readonly unrendered: readonly unknown[];
}

/** Reads the packages that a project asks for. `render` may see secrets. */
export function readPackagesFile(root: string, render: RenderText): PackagesFile {
  const packages = readFileAt(root, "packages.yml");
  const dependencies = readFileAt(root, "dependencies.yml");
  const inDependencies = dependencies && isPresent(child(dependencies, "packages"));
  if (packages && isPresent(child(packages, "projects"))) {
    throw projectFile(
      '"projects" cannot stand in packages.yml.',
      placeOf(child(packages, "projects")),
      "Move it to dependencies.yml.",
    );
  }
  if (inDependencies && packages && isPresent(child(packages, "packages"))) {
    throw projectFile(
      '"packages" stands both in packages.yml and in dependencies.yml.',
      placeOf(child(dependencies, "packages")),
      "Keep it in one of the two files.",
    );
  }
  const file = inDependencies ? dependencies : packages;
  const fileName = inDependencies ? "dependencies.yml" : "packages.yml";
  const at = file ? child(file, "packages") : undefined;
  if (!at || !isPresent(at)) return { fileName, entries: [], unrendered: [] };
  const unrendered = readList(at).map((entry) => entry.value);
  const rendered = inDependencies ? at : renderEntries(at, render);
  return { fileName, entries: readList(rendered), unrendered };
}

function readFileAt(root: string, name: string): Located | undefined {
  const path = join(root, name);
  if (!existsSync(path)) return undefined;
  const file = locate(readYaml(readFileSync(path, "utf8"), name));
  if (!isPresent(file)) return undefined;
  readMapping(file);
  return file;
}

function renderEntries(at: Located, render: RenderText): Located {
  const value = renderYamlValue(at.value, { document: at.document, render }, at.path);
  return { ...at, value };
}
