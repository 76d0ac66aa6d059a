import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { duplicateProjectName, packagesNotInstalled } from "../errors/config-errors.ts";
import { child, locate, readList, readOptional } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { createConfigRenderer } from "./config-renderer.ts";
import type { Environment } from "./environment.ts";
import type { Flags } from "./flags.ts";
import { loadProject, readRawProject } from "./load-project.ts";
import { readPackagesFile } from "./packages-file.ts";
import type { ProjectConfig } from "./project-config.ts";

export interface PackagesContext {
  readonly flags: Flags;
  readonly env: Environment;
  readonly target: Readonly<Record<string, unknown>>;
}

/**
 * The projects in `packages-install-path`, by name. Throws when their number is not what the lock
 * file, or else packages.yml, lists.
 */
export function loadInstalledPackages(
  root: ProjectConfig,
  context: PackagesContext,
): ReadonlyMap<string, ProjectConfig> {
  const folder = join(root.root, root.packagesInstallPath);
  const installed = installedFolders(folder);
  checkCount(root, context, installed.length);
  // dbt does not hand `--vars` to the packages' own project files.
  const render = createConfigRenderer({
    vars: {},
    env: context.env,
    target: context.target,
    secretsAllowed: false,
  });
  const packages = new Map<string, ProjectConfig>();
  for (const name of installed) {
    const at = join(folder, name);
    const raw = readRawProject(at, `${relative(root.root, at)}/dbt_project.yml`);
    const loaded = loadProject(raw, {
      render,
      targetPath: undefined,
      logPath: undefined,
      versionCheck: context.flags.versionCheck,
    });
    const twin = loaded.name === root.name ? root : packages.get(loaded.name);
    if (twin) throw duplicateProjectName(loaded.name, twin.root, loaded.root);
    // Packages follow the root's quoting.
    packages.set(loaded.name, { ...loaded, quoting: root.quoting });
  }
  return packages;
}

/** Folders of installed packages, in the order of their names; links to folders count. */
function installedFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("__") && statSync(join(folder, name)).isDirectory())
    .sort();
}

function checkCount(root: ProjectConfig, context: PackagesContext, installed: number): void {
  const render = createConfigRenderer({
    vars: context.flags.vars,
    env: context.env,
    secretsAllowed: true,
  });
  const { entries, fileName } = readPackagesFile(root.root, render);
  const specified = countLocked(root.root) || entries.length;
  if (specified !== installed) {
    throw packagesNotInstalled(fileName, specified, installed, root.packagesInstallPath);
  }
}

function countLocked(root: string): number {
  const path = join(root, "package-lock.yml");
  if (!existsSync(path)) return 0;
  const lock = locate(readYaml(readFileSync(path, "utf8"), "package-lock.yml"));
  return readOptional(child(lock, "packages"), readList)?.length ?? 0;
}
