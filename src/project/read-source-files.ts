import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { ProjectConfig } from "../config/project-config.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { fileNotUtf8 } from "../errors/source-file-errors.ts";
import type { FileHash } from "../manifest/node-parts.ts";
import { pythonRstrip, pythonStrip } from "../util/python-strip.ts";
import { pathChecksum, seedChecksum, textChecksum } from "./file-checksum.ts";
import { findFiles } from "./find-files.ts";
import type { FoundFile } from "./find-files.ts";
import { readBuiltInMacros } from "./read-built-in-macros.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Every file that the project consists of: the built-in macro packages first, then installed
 * packages by name, the root project last. A file that is not UTF-8 is an error.
 */
export function readSourceFiles(runtime: RuntimeConfig): readonly SourceFile[] {
  const files = [...readBuiltInMacros()];
  for (const project of runtime.packages.values()) {
    const jinjaExtensions = runtime.flags.behavior.allow_jinja_file_extensions === true;
    for (const found of findFiles(project, jinjaExtensions)) {
      files.push(readSourceFile(project, found, runtime));
    }
  }
  return files;
}

function readSourceFile(
  project: ProjectConfig,
  found: FoundFile,
  runtime: RuntimeConfig,
): SourceFile {
  const base = { ...found, packageName: project.name, root: project.root };
  const full = join(project.root, found.originalFilePath);
  if (found.kind === "seed") {
    const checksum = hashSeed(full, found, runtime);
    return { ...base, text: "", firstLine: 1, checksum };
  }
  const whole = readUtf8(full, relative(runtime.project.root, full));
  // Leading blanks carry meaning in YAML, and its lines are told from the top of the file.
  const text = found.kind === "properties" ? pythonRstrip(whole) : pythonStrip(whole);
  return { ...base, text, firstLine: firstLineOf(whole, text), checksum: textChecksum(whole) };
}

function hashSeed(full: string, found: FoundFile, runtime: RuntimeConfig): FileHash {
  const limit = runtime.flags.maximumSeedSizeMib * 1024 * 1024;
  if (limit !== 0 && statSync(full).size > limit) return pathChecksum(found.originalFilePath);
  return seedChecksum(readUtf8(full, relative(runtime.project.root, full)));
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readUtf8(full: string, shownAs: string): string {
  try {
    return utf8.decode(readFileSync(full));
  } catch (error) {
    if (error instanceof TypeError) throw fileNotUtf8(shownAs);
    throw error;
  }
}

function firstLineOf(whole: string, text: string): number {
  const start = text === "" ? 0 : whole.indexOf(text);
  return whole.slice(0, start).split("\n").length;
}
