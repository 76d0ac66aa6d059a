import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { child, locate, readOptional, readString } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { toYaml } from "../yaml/to-yaml.ts";
import { pythonJson } from "../util/python-json.ts";
import type { PackageSpec } from "./package-spec.ts";

export const LOCK_FILE = "package-lock.yml";

/** A package with the name of its project. */
export interface ResolvedPackage {
  readonly spec: PackageSpec;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/**
 * The fingerprint that dbt keeps in package-lock.yml: SHA-1 over each entry of packages.yml as
 * Python's sorted JSON, with what stands there before rendering.
 */
export function hashPackages(specs: readonly PackageSpec[]): string {
  const texts = specs.map((spec) => pythonJson({ local: spec.local, unrendered: spec.unrendered }));
  return createHash("sha1").update(texts.sort().join("\n"), "utf8").digest("hex");
}

/** The fingerprint in the lock file; undefined where there is no lock. */
export function readLockHash(root: string): string | undefined {
  const path = join(root, LOCK_FILE);
  if (!existsSync(path)) return undefined;
  const file = locate(readYaml(readFileSync(path, "utf8"), LOCK_FILE));
  return readOptional(child(file, "sha1_hash"), readString);
}

export function writeLockFile(
  root: string,
  packages: readonly ResolvedPackage[],
  hash: string,
): void {
  const entries = packages.map(({ spec, name }) => ({ local: spec.local, name }));
  const text = toYaml(
    { packages: entries, sha1_hash: hash },
    { sortKeys: true, indentLists: true },
  );
  writeFileSync(join(root, LOCK_FILE), text);
}
