import { packageEntry } from "../errors/package-errors.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { Place } from "../errors/place.ts";
import { child, isPresent, placeOf, readMapping, readString } from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";

/** A package in a folder on this machine. */
export interface LocalPackage {
  readonly kind: "local";
  /** As written: relative to the root project, or absolute. */
  readonly local: string;
  readonly place: Place;
  /** What stands in packages.yml before rendering. */
  readonly unrendered: unknown;
}

export type PackageSpec = LocalPackage;

const KINDS = ["local", "package", "git", "tarball", "private"] as const;

const NOT_YET: Readonly<Record<Exclude<(typeof KINDS)[number], "local">, string>> = {
  package: "packages from the hub",
  git: "packages from git",
  tarball: "packages from tarballs",
  private: "private packages",
};

/** Reads one rendered entry of `packages:`. */
export function readPackageSpec(entry: Located, unrendered: unknown): PackageSpec {
  readMapping(entry);
  const kind = KINDS.find((key) => isPresent(child(entry, key)));
  if (kind === undefined) {
    throw packageEntry(
      `A package needs one of the keys ${KINDS.map((key) => `"${key}"`).join(", ")}.`,
      placeOf(entry),
    );
  }
  const at = child(entry, kind);
  const name = readString(at);
  if (name === "") throw packageEntry(`"${kind}" is empty.`, placeOf(at));
  if (kind !== "local") {
    throw notSupported(
      `${NOT_YET[kind]} ("${name}")`,
      "",
      placeOf(at),
      "Copy the package into a folder of the project and list it as `- local: <folder>`.",
    );
  }
  return { kind, local: name, place: placeOf(at), unrendered };
}
