import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Environment } from "../config/environment.ts";
import type { Flags } from "../config/flags.ts";
import type { ProjectConfig } from "../config/project-config.ts";
import { packagesInsideInstallFolder } from "../errors/package-errors.ts";
import type { EventBus } from "../events/event-bus.ts";
import {
  depsInstallInfo,
  depsLockUpdating,
  depsNoPackagesFound,
  depsStartPackageInstall,
} from "./deps-events.ts";
import { hashPackages, LOCK_FILE, readLockHash, writeLockFile } from "./lock-file.ts";
import type { ResolvedPackage } from "./lock-file.ts";
import { readPackageSpecs, resolvePackages } from "./resolve-packages.ts";

export interface InstallOptions {
  readonly project: ProjectConfig;
  readonly flags: Flags;
  readonly env: Environment;
  readonly events: EventBus;
  /** `--lock`: writes package-lock.yml and installs nothing. */
  readonly lockOnly: boolean;
  /** `--upgrade`: writes package-lock.yml anew. */
  readonly upgrade: boolean;
}

/**
 * `deps`: resolves the packages of packages.yml, writes package-lock.yml where it is out of date,
 * and fills the folder of installed packages anew: local packages are linked, or copied where the
 * file system has no links.
 */
export function installPackages(options: InstallOptions): void {
  const { project, events } = options;
  const root = project.root;
  const installFolder = resolve(root, project.packagesInstallPath);
  // The folder is emptied: it must not hold the project itself.
  if (!relative(installFolder, root).startsWith("..")) {
    throw packagesInsideInstallFolder(project.packagesInstallPath);
  }
  const specs = readPackageSpecs(root, options);
  if (specs.length === 0) {
    // A lock without packages would make every later command ask for them.
    rmSync(join(root, LOCK_FILE), { force: true });
    rmSync(installFolder, { recursive: true, force: true });
    events.emit(depsNoPackagesFound());
    return;
  }
  const packages = resolvePackages(specs, { ...options, root, rootName: project.name });
  const hash = hashPackages(specs);
  if (options.upgrade || options.lockOnly || readLockHash(root) !== hash) {
    writeLockFile(root, packages, hash);
    events.emit(depsLockUpdating(join(root, LOCK_FILE)));
  }
  if (options.lockOnly) return;
  rmSync(installFolder, { recursive: true, force: true });
  mkdirSync(installFolder, { recursive: true });
  for (const one of packages) install(one, installFolder, events);
}

function install(one: ResolvedPackage, installFolder: string, events: EventBus): void {
  events.emit(depsStartPackageInstall(one.spec.local));
  const destination = join(installFolder, one.name);
  try {
    symlinkSync(one.folder, destination, "dir");
  } catch {
    // No links here (Windows without the right): dbt copies then, too.
    cpSync(one.folder, destination, { recursive: true });
  }
  events.emit(depsInstallInfo(`<local @ ${one.spec.local}>`));
}
