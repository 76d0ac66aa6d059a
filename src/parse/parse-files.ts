import type { ProjectConfig } from "../config/project-config.ts";
import type { SourceFile, SourceFileKind } from "../project/source-file.ts";
import { parseDocs } from "./docs/parse-docs.ts";
import { OVERVIEW } from "./docs/overview.ts";
import { parseFunction } from "./functions/parse-function.ts";
import type { ParseEnvironment } from "./parse-environment.ts";
import { parsePythonModel } from "./python/parse-python-model.ts";
import { parseAnalysis, parseSeed, parseSingularTest } from "./resources/parse-code-files.ts";
import { parseHooks } from "./resources/parse-hooks.ts";
import { parseModel } from "./resources/parse-model.ts";
import { parseSnapshots } from "./resources/parse-snapshots.ts";

type ParseFile = (environment: ParseEnvironment, file: SourceFile) => void;

/** Kinds of files in the order in which dbt reads them in each package. */
const STEPS: readonly (readonly [readonly SourceFileKind[], ParseFile])[] = [
  [
    ["model", "python_model"],
    (environment, file) => {
      (file.kind === "python_model" ? parsePythonModel : parseModel)(environment, file);
    },
  ],
  [["snapshot"], parseSnapshots],
  [["analysis"], parseAnalysis],
  [["test"], parseSingularTest],
  [["seed"], parseSeed],
  [["docs"], parseDocs],
];

/** Parses all files that hold nodes, docs or hooks, package by package. */
export function parseFiles(environment: ParseEnvironment, all: readonly SourceFile[]): void {
  const byPackage = groupByPackage(all);
  environment.manifest.docs.set(OVERVIEW.unique_id, OVERVIEW);
  for (const project of projectsRootFirst(environment)) {
    const own = byPackage.get(project.name) ?? [];
    for (const [kinds, parse] of STEPS) {
      const files = own.filter((file) => kinds.includes(file.kind));
      for (const file of files) parse(environment, file);
    }
    parseHooks(environment, project);
    for (const file of own) if (file.kind === "function") parseFunction(environment, file);
  }
}

export function projectsRootFirst({ runtime }: ParseEnvironment): readonly ProjectConfig[] {
  const others = [...runtime.packages.values()].filter(
    (each) => each.name !== runtime.project.name,
  );
  return [runtime.project, ...others];
}

export function groupByPackage(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const group = groups.get(file.packageName);
    if (group === undefined) groups.set(file.packageName, [file]);
    else group.push(file);
  }
  return groups;
}
