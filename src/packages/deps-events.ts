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
