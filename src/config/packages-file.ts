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
  const listed = dependencies && presentChild(dependencies, "packages");
  checkPlacement(packages, listed);
  if (listed) {
    const entries = readList(listed);
    const unrendered = entries.map((entry) => entry.value);
    return { fileName: "dependencies.yml", entries, unrendered };
  }
  const at = packages && presentChild(packages, "packages");
  if (!at) return { fileName: "packages.yml", entries: [], unrendered: [] };
  return {
    fileName: "packages.yml",
    entries: readList(renderEntries(at, render)),
    unrendered: readList(at).map((entry) => entry.value),
  };
}

function presentChild(file: Located, key: string): Located | undefined {
  const at = child(file, key);
  return isPresent(at) ? at : undefined;
}

function checkPlacement(packages: Located | undefined, listed: Located | undefined): void {
  const projects = packages && presentChild(packages, "projects");
  if (projects) {
    throw projectFile(
      '"projects" cannot stand in packages.yml.',
      placeOf(projects),
      "Move it to dependencies.yml.",
    );
  }
  if (listed && packages && presentChild(packages, "packages")) {
    throw projectFile(
      '"packages" stands both in packages.yml and in dependencies.yml.',
      placeOf(listed),
      "Keep it in one of the two files.",
    );
  }
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
