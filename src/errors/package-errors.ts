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

export function downloadFailed(url: string, reason: string): EngineError {
  return new EngineError({
    code: "PACKAGE_DOWNLOAD",
    message: `"${url}" cannot be downloaded: ${reason}.`,
    hint: "Check the connection and the address. Packages that are here already need no download: list them with `local:`.",
  });
}

/** An archive must hold one folder. */
export function archiveLayout(url: string): EngineError {
  return new EngineError({
    code: "PACKAGE_ARCHIVE",
    message: `The archive "${url}" does not hold exactly one folder with a package in it.`,
  });
}

export function packageNotInHub(name: string, hub: string, place: Place): EngineError {
  return new EngineError({
    code: "PACKAGE_NOT_FOUND",
    message: `The hub at ${hub} has no package "${name}".`,
    place,
    hint: "Packages are named <namespace>/<name>, for example dbt-labs/dbt_utils.",
  });
}

export function hubAnswer(url: string, what: string): EngineError {
  return new EngineError({
    code: "PACKAGE_HUB",
    message: `The hub answers ${what} for ${url}.`,
    hint: "Try again later, or check DBT_PACKAGE_HUB_URL.",
  });
}

/** No version meets what is asked for. @param installable - what could be installed here, oldest first */
export function packageVersionNotFound(
  wanted: { readonly package: string; readonly versions: readonly string[]; readonly place: Place },
  installable: readonly string[],
): EngineError {
  const newest = installable.slice(-5).join(", ");
  return new EngineError({
    code: "PACKAGE_VERSION",
    message: `No version of the package "${wanted.package}" meets ${wanted.versions.join(" and ")}.`,
    place: wanted.place,
    hint:
      newest === ""
        ? "What several packages ask for contradicts itself; change packages.yml."
        : `The newest versions that fit this dbt: ${newest}. --no-version-check looks at all.`,
  });
}

export function gitFailed(repository: string, reason: string, place: Place): EngineError {
  return new EngineError({
    code: "PACKAGE_GIT",
    message: `git cannot get the package "${repository}":\n${reason}`,
    place,
    hint: "Check the address, the revision and your rights, and that git is installed.",
  });
}

export function gitRevisionsDiffer(
  repository: string,
  revisions: readonly string[],
  place: Place,
): EngineError {
  return new EngineError({
    code: "PACKAGE_REVISIONS",
    message: `The package "${repository}" is asked for at several revisions: ${revisions.join(", ")}.`,
    place,
    hint: "List it in packages.yml with one of them.",
  });
}

/** One package, once from here and once from there. */
export function packageKindsDiffer(first: string, second: string, place: Place): EngineError {
  return new EngineError({
    code: "PACKAGE_KINDS",
    message: `A package is asked for as "${first}" and as "${second}".`,
    place,
    hint: "List it in one way.",
  });
}

/** A package's name becomes a folder's: it must not lead elsewhere. */
export function packageFolderName(title: string, name: string): EngineError {
  return new EngineError({
    code: "PACKAGE_NAME",
    message: `The package "${title}" calls itself "${name}", which cannot be the name of a folder.`,
    hint: "Names of packages have letters, digits and underscores.",
  });
}
