import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** A value of a command-line flag or its environment variable that the flag does not take. */
export function flagValue(flag: string, found: string, expected: string): EngineError {
  return new EngineError({
    code: "FLAG_VALUE",
    message: `${flag} is "${found}", but it takes ${expected}.`,
  });
}

export function flagsExclusive(first: string, second: string): EngineError {
  return new EngineError({
    code: "FLAGS_EXCLUSIVE",
    message: `${first} and ${second} cannot be used together.`,
    hint: `Leave out one of them.`,
  });
}

export function flagsRequireEachOther(given: string, missing: string): EngineError {
  return new EngineError({
    code: "FLAGS_REQUIRE_EACH_OTHER",
    message: `${given} was given without ${missing}: the two bound one range.`,
    hint: `Add ${missing}.`,
  });
}

export function eventTimeOrder(start: string, end: string): EngineError {
  return new EngineError({
    code: "EVENT_TIME_ORDER",
    message: `--event-time-start (${start}) must be before --event-time-end (${end}).`,
  });
}

/** `--vars`, `--args`, `--warn-error-options`: YAML that is no mapping, or no YAML. */
export function flagNotMapping(flag: string, found: string, cause?: unknown): EngineError {
  return new EngineError({
    code: "FLAG_NOT_MAPPING",
    message: `${flag} takes a YAML mapping, but it is ${found}.`,
    hint: `For example: ${flag} '{key: value}'`,
    cause,
  });
}

export function warnErrorOptions(message: string): EngineError {
  return new EngineError({ code: "WARN_ERROR_OPTIONS", message });
}

/** `flags:` of dbt_project.yml beside the old `config:` of profiles.yml. */
export function flagsInTwoPlaces(): EngineError {
  return new EngineError({
    code: "FLAGS_IN_TWO_PLACES",
    message:
      'Flags stand both under "config" in profiles.yml and under "flags" in dbt_project.yml.',
    hint: 'Keep those under "flags" in dbt_project.yml.',
  });
}

export function projectNotFound(folder: string): EngineError {
  return new EngineError({
    code: "PROJECT_NOT_FOUND",
    message: `There is no dbt_project.yml in ${folder}.`,
    hint: "Change to the project's folder, or name it with --project-dir.",
  });
}

export function projectFile(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "PROJECT_FILE", message, place, hint });
}

export function requireDbtVersion(
  project: string,
  required: readonly string[],
  installed: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "REQUIRE_DBT_VERSION",
    message: `"${project}" requires dbt ${required.join(", ")}, but this engine behaves as dbt ${installed}.`,
    place,
    hint: "Use another version of the package, or run again with --no-version-check.",
  });
}

export function impossibleDbtVersion(
  project: string,
  required: readonly string[],
  place: Place,
): EngineError {
  return new EngineError({
    code: "REQUIRE_DBT_VERSION_IMPOSSIBLE",
    message: `No dbt version satisfies what "${project}" requires: ${required.join(", ")}.`,
    place,
  });
}

export function versionSpecifier(found: string, place: Place | undefined): EngineError {
  return new EngineError({
    code: "VERSION_SPECIFIER",
    message: `"${found}" is no version requirement.`,
    place,
    hint: 'Write a version with an operator before it: ">=1.8.0".',
  });
}

export function profilesNotFound(folder: string): EngineError {
  return new EngineError({
    code: "PROFILES_NOT_FOUND",
    message: `There is no profiles.yml in ${folder}.`,
    hint: "Write one there, or name its folder with --profiles-dir.",
  });
}

export function profileNotNamed(place: Place): EngineError {
  return new EngineError({
    code: "PROFILE_NOT_NAMED",
    message: `dbt_project.yml names no profile.`,
    place,
    hint: "Add `profile: <a name from profiles.yml>`, or pass --profile.",
  });
}

export function profileNotFound(
  name: string,
  file: string,
  known: readonly string[],
  suggestion: string | undefined,
): EngineError {
  return new EngineError({
    code: "PROFILE_NOT_FOUND",
    message: `${file} has no profile "${name}". It has ${listOf(known)}.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  });
}

export function targetNotFound(
  name: string,
  profile: string,
  known: readonly string[],
  suggestion: string | undefined,
): EngineError {
  return new EngineError({
    code: "TARGET_NOT_FOUND",
    message: `The profile "${profile}" has no target "${name}". It has ${listOf(known)}.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  });
}

/** Something in profiles.yml. The place never carries the file's text: it may hold secrets. */
export function profileFile(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "PROFILE_FILE", message, place, hint });
}

export function profileOptionUnknown(
  option: string,
  target: string,
  place: Place,
  suggestion: string | undefined,
): EngineError {
  return new EngineError({
    code: "PROFILE_OPTION_UNKNOWN",
    message: `The Glue profile has no option "${option}" (target "${target}").`,
    place,
    hint:
      suggestion === undefined
        ? "docs/reference/profile.md lists the options."
        : `Did you mean "${suggestion}"?`,
  });
}

/** `var()` in a configuration file: only `--vars` and vars.yml are known there. */
export function configVarMissing(name: string): EngineError {
  return new EngineError({
    code: "CONFIG_VAR_MISSING",
    message: `The variable "${name}" is not set. Configuration files see --vars and vars.yml only, not \`vars:\` of dbt_project.yml.`,
    hint: `Pass --vars '{${name}: value}', or give a default: var('${name}', 'default').`,
  });
}

/** Installed packages do not match packages.yml. */
export function packagesNotInstalled(
  file: string,
  specified: number,
  installed: number,
  folder: string,
): EngineError {
  return new EngineError({
    code: "PACKAGES_NOT_INSTALLED",
    message: `${file} lists ${count(specified)}, but ${installed} ${installed === 1 ? "is" : "are"} installed in ${folder}.`,
    hint: "Run: dbt-glue deps",
  });
}

export function duplicateProjectName(name: string, first: string, second: string): EngineError {
  return new EngineError({
    code: "DUPLICATE_PROJECT_NAME",
    message: `Two projects are called "${name}": ${first} and ${second}.`,
    hint: "Remove one of the two packages, or rename your own project.",
  });
}

function count(packages: number): string {
  return packages === 1 ? "1 package" : `${packages} packages`;
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `"${name}"`).join(", ");
}
