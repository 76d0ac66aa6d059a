import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderYamlValue, type RenderText } from "../config/render-yaml-value.ts";
import type { Json } from "../util/json.ts";
import { pythonJson } from "../util/python-json.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { toYaml } from "../yaml/to-yaml.ts";
import { child, locate, readList, readOptional, readString } from "../yaml/typed-readers.ts";
import { readPackageSpec, type PackageSpec } from "./package-spec.ts";

export const LOCK_FILE = "package-lock.yml";

/**
 * The fingerprint that dbt keeps in package-lock.yml: SHA-1 over each entry of packages.yml as
 * Python's sorted JSON, with what stands there before rendering.
 */
export function hashPackages(specs: readonly PackageSpec[]): string {
  const texts = specs.map((spec) => pythonJson({ ...hashed(spec), unrendered: spec.unrendered }));
  return createHash("sha1").update(texts.sort().join("\n"), "utf8").digest("hex");
}

const FIELDS: Readonly<Record<PackageSpec["kind"], Readonly<Record<string, Json>>>> = {
  local: { local: null },
  hub: { package: null, version: null, install_prerelease: false },
  git: { git: null, revision: null, subdirectory: null, "warn-unpinned": null },
  tarball: { tarball: null, name: null },
};

/** The fields of an entry that dbt knows, with its defaults. */
function hashed({ kind, rendered }: PackageSpec): Readonly<Record<string, unknown>> {
  const fields = Object.entries(FIELDS[kind]);
  return Object.fromEntries(fields.map(([name, standard]) => [name, rendered[name] ?? standard]));
}

/** What package-lock.yml says; undefined where there is none. */
export interface Lock {
  readonly hash: string | undefined;
  readonly specs: readonly PackageSpec[];
}

/** @param render - renders what the lock keeps as it was written: addresses with secrets in them */
export function readLock(root: string, render: RenderText): Lock | undefined {
  const path = join(root, LOCK_FILE);
  if (!existsSync(path)) return undefined;
  const file = locate(readYaml(readFileSync(path, "utf8"), LOCK_FILE));
  const entries = readOptional(child(file, "packages"), readList) ?? [];
  return {
    hash: readOptional(child(file, "sha1_hash"), readString),
    specs: entries.map((entry) => {
      const value = renderYamlValue(entry.value, { document: entry.document, render }, entry.path);
      return readPackageSpec({ ...entry, value }, entry.value);
    }),
  };
}

export function writeLock(root: string, packages: readonly Json[], hash: string): void {
  const text = toYaml({ packages, sha1_hash: hash }, { sortKeys: true, indentLists: true });
  writeFileSync(join(root, LOCK_FILE), text);
}
