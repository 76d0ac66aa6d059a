import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { secretValues, type Environment } from "../config/environment.ts";
import type { Flags } from "../config/flags.ts";
import type { ProjectConfig } from "../config/project-config.ts";
import { packageFolderName, packagesInsideInstallFolder } from "../errors/package-errors.ts";
import type { EventBus } from "../events/event-bus.ts";
import { secretScrubber } from "../util/scrub-secrets.ts";
import {
  depsInstallInfo,
  depsListSubdirectory,
  depsLockUpdating,
  depsNoPackagesFound,
  depsNotifyUpdatesAvailable,
  depsStartPackageInstall,
  depsUpdateAvailable,
  depsUpToDate,
} from "./deps-events.ts";
import { hashPackages, LOCK_FILE, readLock, writeLock } from "./lock-file.ts";
import { packageRenderer, readPackageSpecs } from "./package-facts.ts";
import type { PackageSource } from "./package-source.ts";
import type { PackageSpec } from "./package-spec.ts";
import { pinPackage } from "./pin-package.ts";
import type { PinnedPackage } from "./pinned-package.ts";
import { resolvePackages } from "./resolve-packages.ts";

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
 * `deps`: resolves the packages of packages.yml, writes package-lock.yml where it is out of date, and
 * fills the folder of installed packages anew with what the lock says: local packages are linked, others
 * downloaded.
 */
export async function installPackages(options: InstallOptions): Promise<void> {
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
  const downloads = mkdtempSync(join(tmpdir(), "dbt-glue-deps-"));
  try {
    const packages = await lockedPackages(specs, options, sourceOf(options, downloads));
    if (!options.lockOnly) await install(packages, installFolder, events);
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

function sourceOf({ project, ...options }: InstallOptions, downloads: string): PackageSource {
  return {
    ...options,
    root: project.root,
    rootName: project.name,
    newFolder: () => mkdtempSync(join(downloads, "package-")),
    scrub: secretScrubber(secretValues(options.env)),
  };
}

/** What the lock says, written anew where packages.yml has changed since. */
async function lockedPackages(
  specs: readonly PackageSpec[],
  { upgrade, lockOnly, events }: InstallOptions,
  source: PackageSource,
): Promise<readonly PinnedPackage[]> {
  const hash = hashPackages(specs);
  const lock = readLock(source.root, packageRenderer(source));
  if (lock?.hash === hash && !upgrade && !lockOnly) {
    const packages: PinnedPackage[] = [];
    for (const spec of lock.specs) packages.push(await pinPackage(spec, source));
    return packages;
  }
  const packages = await resolvePackages(specs, source);
  const entries = packages.map(({ entry, name }) => ({ ...entry, name }));
  writeLock(source.root, entries, hash);
  events.emit(depsLockUpdating(join(source.root, LOCK_FILE)));
  return packages;
}

async function install(
  packages: readonly PinnedPackage[],
  installFolder: string,
  events: EventBus,
): Promise<void> {
  rmSync(installFolder, { recursive: true, force: true });
  mkdirSync(installFolder, { recursive: true });
  const outdated: string[] = [];
  for (const one of packages) {
    events.emit(depsStartPackageInstall(one.title));
    if (!/^\w[\w.-]*$/.test(one.name)) throw packageFolderName(one.title, one.name);
    await one.install(join(installFolder, one.name));
    events.emit(depsInstallInfo(one.version));
    if (one.latest !== undefined) {
      const isCurrent = one.version === `version ${one.latest}`;
      events.emit(isCurrent ? depsUpToDate() : depsUpdateAvailable(one.latest));
      if (!isCurrent) outdated.push(one.title);
    }
    if (one.subdirectory !== undefined) events.emit(depsListSubdirectory(one.subdirectory));
  }
  if (outdated.length > 0) events.emit(depsNotifyUpdatesAvailable(outdated));
}
