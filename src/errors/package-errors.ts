import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** An entry of packages.yml that says too little or too much. */
export function packageEntry(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "PACKAGE_ENTRY", message, place, hint });
}

/** A local package's folder is not there or holds no project. */
export function localPackageNotFound(path: string, place: Place | undefined): EngineError {
  return new EngineError({
    code: "LOCAL_PACKAGE_NOT_FOUND",
    message: `The local package "${path}" has no dbt_project.yml.`,
    place,
    hint: "Paths of local packages start at the folder of the root project.",
  });
}

/** `packages-install-path` names the project's own folder or one around it. */
export function packagesInsideInstallFolder(path: string): EngineError {
  return new EngineError({
    code: "PACKAGES_INSTALL_PATH",
    message: `"packages-install-path" is "${path}", which holds the project itself: dbt-glue deps would empty it.`,
    hint: "Name a folder of its own, for example dbt_packages.",
  });
}
