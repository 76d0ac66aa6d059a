import type { EngineEvent } from "../events/engine-event.ts";

export function depsNoPackagesFound(): EngineEvent {
  return {
    name: "DepsNoPackagesFound",
    code: "M013",
    level: "info",
    message: "Warning: No packages were found in packages.yml",
    data: {},
  };
}

export function depsLockUpdating(path: string): EngineEvent {
  return {
    name: "DepsLockUpdating",
    code: "M031",
    level: "info",
    message: `Updating lock file in file path: ${path}`,
    data: { lock_filepath: path },
  };
}

export function depsStartPackageInstall(name: string): EngineEvent {
  return {
    name: "DepsStartPackageInstall",
    code: "M014",
    level: "info",
    message: `Installing ${name}`,
    data: { package_name: name },
  };
}

export function depsInstallInfo(version: string): EngineEvent {
  return {
    name: "DepsInstallInfo",
    code: "M015",
    level: "info",
    message: `Installed from ${version}`,
    data: { version_name: version },
  };
}

export function depsUpdateAvailable(version: string): EngineEvent {
  return {
    name: "DepsUpdateAvailable",
    code: "M016",
    level: "info",
    message: `Updated version available: ${version}`,
    data: { version_latest: version },
  };
}

export function depsUpToDate(): EngineEvent {
  return { name: "DepsUpToDate", code: "M017", level: "info", message: "Up to date!", data: {} };
}

export function depsListSubdirectory(subdirectory: string): EngineEvent {
  return {
    name: "DepsListSubdirectory",
    code: "M018",
    level: "info",
    message: `and subdirectory ${subdirectory}`,
    data: { subdirectory },
  };
}

export function depsNotifyUpdatesAvailable(packages: readonly string[]): EngineEvent {
  return {
    name: "DepsNotifyUpdatesAvailable",
    code: "M019",
    level: "info",
    message: `Updates available for packages: ${packages.join(", ")}\nUpdate your versions in packages.yml, then run dbt deps`,
    data: { packages: [...packages] },
  };
}

export function depsUnpinned(git: string, revision: string): EngineEvent {
  const how =
    revision === "HEAD"
      ? "not pinned, using HEAD (default branch)"
      : `pinned to the "${revision}" branch`;
  return {
    name: "DepsUnpinned",
    code: "M029",
    level: "warn",
    message: `The git package "${git}" is ${how}. This can introduce breaking changes into your project without warning.`,
    data: { revision, git },
  };
}
