import { packageEntry } from "../errors/package-errors.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { Place } from "../errors/place.ts";
import { PyFloat } from "../util/python-values.ts";
import {
  child,
  isPresent,
  placeOf,
  readBoolean,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
} from "../yaml/typed-readers.ts";
import type { Located, Mapping } from "../yaml/typed-readers.ts";

interface Written {
  readonly place: Place;
  /** The rendered entry: the lock file's hash covers it. */
  readonly rendered: Mapping;
  /** What stands in packages.yml before rendering. */
  readonly unrendered: unknown;
}

/** A package in a folder on this machine. */
export interface LocalPackage extends Written {
  readonly kind: "local";
  /** As written: relative to the root project, or absolute. */
  readonly local: string;
}

/** A package of the hub: `dbt-labs/dbt_utils`. */
export interface HubPackage extends Written {
  readonly kind: "hub";
  readonly package: string;
  /** Requirements that all hold: `1.1.1`, or `>=1.0.0` and `<2.0.0`. */
  readonly versions: readonly string[];
  readonly installPrerelease: boolean;
}

/** A package in a git repository. */
export interface GitPackage extends Written {
  readonly kind: "git";
  readonly git: string;
  /** Branches, tags or commits that were asked for; more than one is a contradiction. */
  readonly revisions: readonly string[];
  readonly subdirectory: string | undefined;
  readonly warnUnpinned: boolean | undefined;
}

/** A package in an archive on the net. */
export interface TarballPackage extends Written {
  readonly kind: "tarball";
  readonly tarball: string;
  readonly name: string;
}

export type PackageSpec = LocalPackage | HubPackage | GitPackage | TarballPackage;

const KINDS = ["local", "package", "git", "tarball", "private"] as const;

/** Reads one rendered entry of `packages:`. */
export function readPackageSpec(entry: Located, unrendered: unknown): PackageSpec {
  const rendered = readMapping(entry);
  const kind = KINDS.find((key) => isPresent(child(entry, key)));
  if (kind === undefined) {
    throw packageEntry(
      `A package needs one of the keys ${KINDS.map((key) => `"${key}"`).join(", ")}.`,
      placeOf(entry),
    );
  }
  const at = child(entry, kind);
  const value = readString(at);
  if (value === "") throw packageEntry(`"${kind}" is empty.`, placeOf(at));
  const written: Written = { place: placeOf(at), rendered, unrendered };
  switch (kind) {
    case "local":
      return { kind, local: value, ...written };
    case "package":
      return readHubPackage(entry, value, written);
    case "git":
      return readGitPackage(entry, value, written);
    case "tarball":
      return { kind, tarball: value, name: readString(required(entry, "name")), ...written };
    case "private":
      throw notSupported(`private packages ("${value}")`, "", placeOf(at), "List it with `git:`.");
  }
}

function readHubPackage(entry: Located, name: string, written: Written): HubPackage {
  const at = required(entry, "version");
  return {
    kind: "hub",
    package: name,
    versions: Array.isArray(at.value) ? readList(at).map(readVersion) : [readVersion(at)],
    installPrerelease: readOptional(child(entry, "install_prerelease"), readBoolean) ?? false,
    ...written,
  };
}

function readGitPackage(entry: Located, git: string, written: Written): GitPackage {
  const revision = child(entry, "revision");
  return {
    kind: "git",
    git,
    revisions: isPresent(revision) ? [readVersion(revision)] : [],
    subdirectory: readOptional(child(entry, "subdirectory"), readString),
    warnUnpinned: readOptional(child(entry, "warn-unpinned"), readBoolean),
    ...written,
  };
}

/** A version or revision; YAML reads `1.0` as a number. */
function readVersion(at: Located): string {
  const { value } = at;
  if (typeof value === "number") return String(value);
  return value instanceof PyFloat ? String(value.value) : readString(at);
}
