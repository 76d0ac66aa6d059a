import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ignore from "ignore";
import type { ProjectConfig } from "../config/project-config.ts";
import type { SourceFileKind } from "./source-file.ts";

export interface FoundFile {
  readonly kind: SourceFileKind;
  readonly searchPath: string;
  readonly path: string;
  readonly originalFilePath: string;
}

interface Rule {
  readonly kind: SourceFileKind;
  readonly paths: readonly string[];
  readonly extensions: readonly string[];
}

/**
 * Every file of a project that dbt reads: by resource folder and extension, without what
 * `.dbtignore` names and without names that start with `.`, `#` or `~`. Sorted by path within a
 * folder.
 */
export function findFiles(project: ProjectConfig, jinjaExtensions: boolean): readonly FoundFile[] {
  const isIgnored = readDbtignore(project.root);
  const listings = new Map<string, readonly string[]>();
  const list = (searchPath: string): readonly string[] => {
    const known = listings.get(searchPath) ?? walk(join(project.root, searchPath));
    listings.set(searchPath, known);
    return known;
  };
  const found = new Map<string, FoundFile>();
  for (const rule of rulesOf(project, jinjaExtensions)) {
    for (const file of rule.paths.flatMap((searchPath) => filesOf(rule, searchPath, list))) {
      // A file in two search paths counts once.
      if (!isIgnored(file.originalFilePath)) {
        found.set(`${rule.kind}:${file.originalFilePath}`, file);
      }
    }
  }
  return [...found.values()];
}

function filesOf(
  rule: Rule,
  written: string,
  list: (searchPath: string) => readonly string[],
): readonly FoundFile[] {
  const searchPath = written.replace(/\/+$/, "");
  return list(searchPath)
    .filter((path) => matches(rule, path))
    .map((path) => ({
      kind: kindOf(rule, path),
      searchPath,
      path,
      originalFilePath: searchPath === "" ? path : `${searchPath}/${path}`,
    }));
}

function rulesOf(project: ProjectConfig, jinjaExtensions: boolean): readonly Rule[] {
  const aliased = (base: string): readonly string[] =>
    jinjaExtensions ? [base, `${base}.j2`, `${base}.jinja2`, `${base}.jinja`] : [base];
  const sql = aliased(".sql");
  const under = (folder: string): readonly string[] =>
    project.testPaths.map((path) => `${path.replace(/\/+$/, "")}/${folder}`);
  return [
    { kind: "macro", paths: project.macroPaths, extensions: sql },
    { kind: "model", paths: project.modelPaths, extensions: [".py", ...sql] },
    { kind: "snapshot", paths: project.snapshotPaths, extensions: sql },
    { kind: "analysis", paths: project.analysisPaths, extensions: sql },
    { kind: "test", paths: project.testPaths, extensions: sql },
    { kind: "generic_test", paths: under("generic"), extensions: sql },
    { kind: "seed", paths: project.seedPaths, extensions: [".csv"] },
    { kind: "docs", paths: project.docsPaths, extensions: aliased(".md") },
    { kind: "properties", paths: resourcePaths(project), extensions: [".yml", ".yaml"] },
    { kind: "fixture", paths: under("fixtures"), extensions: [".csv", ...sql] },
    { kind: "function", paths: project.functionPaths, extensions: [".py", ".js", ...sql] },
  ];
}

/** Properties may stand in any folder of resources. */
function resourcePaths(project: ProjectConfig): readonly string[] {
  const all = [
    ...project.modelPaths,
    ...project.seedPaths,
    ...project.snapshotPaths,
    ...project.analysisPaths,
    ...project.macroPaths,
    ...project.testPaths,
    ...project.functionPaths,
  ];
  return [...new Set(all.map((path) => path.replace(/\/+$/, "")))];
}

function matches(rule: Rule, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^[.#~]/.test(name)) return false;
  const lower = name.toLowerCase();
  if (!rule.extensions.some((extension) => lower.endsWith(extension) && lower !== extension)) {
    return false;
  }
  const first = path.split("/")[0];
  return rule.kind !== "test" || (first !== "generic" && first !== "fixtures");
}

function kindOf(rule: Rule, path: string): SourceFileKind {
  return rule.kind === "model" && path.toLowerCase().endsWith(".py") ? "python_model" : rule.kind;
}

/** Files below a folder, with forward slashes, sorted. Links to folders are not followed, as in dbt. */
function walk(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const paths: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() || isLinkToFile(join(folder, path))) paths.push(path);
    }
  };
  visit("");
  return paths.sort();
}

function isLinkToFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function readDbtignore(root: string): (path: string) => boolean {
  const path = join(root, ".dbtignore");
  if (!existsSync(path)) return () => false;
  const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(
    readFileSync(path, "utf8"),
  );
  return (candidate) => rules.ignores(candidate);
}
