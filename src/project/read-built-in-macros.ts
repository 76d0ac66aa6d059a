import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bug } from "../errors/bug.ts";
import { findBesideParent } from "../util/find-beside-parent.ts";
import { pythonStrip } from "../util/python-strip.ts";
import { MACRO_DIGEST, readDigest } from "./macro-digest.ts";
import { textChecksum } from "./file-checksum.ts";
import type { SourceFile } from "./source-file.ts";

/** Folders of shipped macros and the package names that templates know them by. */
const BUILT_IN_PACKAGES = { core: "dbt", spark: "dbt_spark", glue: "dbt_glue" } as const;

/**
 * The macros that ship with the engine: `dbt`, `dbt_spark` and `dbt_glue`. The build has read them
 * already (`digest-macros.ts`); from the sources they are read here.
 */
export function readBuiltInMacros(): readonly SourceFile[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const digest = join(here, MACRO_DIGEST);
  const home = findMacrosFolder(here);
  if (existsSync(digest)) return readDigest(readFileSync(digest, "utf8"), home);
  return readMacroFolders(home);
}

export function readMacroFolders(home: string): readonly SourceFile[] {
  return Object.entries(BUILT_IN_PACKAGES).flatMap(([folder, packageName]) =>
    readMacroFolder(join(home, folder), packageName),
  );
}

/** From the sources as from the bundle, the folder lies beside a parent. */
function findMacrosFolder(start: string): string {
  const core = findBesideParent(start, "macros/core");
  if (core === undefined) throw bug("the built-in macros are not where the package put them");
  return dirname(core);
}

/**
 * A package's macro files. dbt's own packages keep macros under `macros/` and generic tests under
 * `tests/generic/`: artifacts show those paths.
 */
function readMacroFolder(root: string, packageName: string): readonly SourceFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".sql") || path.endsWith(".md"))
    .sort()
    .map((path) => readMacroFile(root, path, packageName));
}

function readMacroFile(root: string, path: string, packageName: string): SourceFile {
  const whole = readFileSync(join(root, path), "utf8");
  const text = pythonStrip(whole);
  const genericTest = path.startsWith("tests/generic/");
  const kind = path.endsWith(".md") ? "docs" : genericTest ? "generic_test" : "macro";
  const prefix = kind === "docs" ? "docs" : "macros";
  return {
    kind,
    packageName,
    root,
    searchPath: genericTest ? "tests/generic" : prefix,
    path: genericTest ? path.slice("tests/generic/".length) : path,
    originalFilePath: genericTest ? path : `${prefix}/${path}`,
    text,
    firstLine: whole.slice(0, whole.indexOf(text)).split("\n").length,
    checksum: textChecksum(whole),
  };
}
