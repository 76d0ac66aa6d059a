import {
  impossibleDbtVersion,
  projectFile,
  requireDbtVersion,
  versionSpecifier,
} from "../errors/config-errors.ts";
import { DBT_VERSION } from "../util/versions.ts";
import { nearest } from "../util/nearest.ts";
import {
  child,
  isMapping,
  isPresent,
  locate,
  placeOf,
  readBoolean,
  readMapping,
  readNumber,
  readOptional,
  readString,
  readStringList,
  readText,
  required,
} from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { CONFIG_TREE_KINDS } from "./project-config.ts";
import type { ConfigTree, ConfigTreeKind, ProjectConfig, Selector } from "./project-config.ts";
import { PROJECT_KEYS, RESERVED_PROJECT_NAMES } from "./project-keys.ts";
import { readDispatch, readHooks, readQueryComment, readQuoting } from "./read-project-parts.ts";
import { canBeSatisfied, readVersionRequirement, satisfies } from "./version-requirement.ts";
import type { VersionRequirement } from "./version-requirement.ts";
import type { LoadProjectOptions, RawProject } from "./load-project.ts";

interface Rendered extends LoadProjectOptions {
  readonly rendered: unknown;
  readonly selectors: ReadonlyMap<string, Selector> | undefined;
}

/** A rendered dbt_project.yml as a typed value; every fault is an error at its key. */
export function readProjectConfig(raw: RawProject, options: Rendered): ProjectConfig {
  const file = locate(raw.document, options.rendered);
  // Versions come first: a project for another dbt may hold keys that this one does not know.
  const name = readName(file);
  const requirements = readRequirements(file);
  if (options.versionCheck) checkVersion(name, requirements, child(file, "require-dbt-version"));
  checkKeys(file);
  checkVersions(file);
  const paths = readPaths(file);
  return {
    name,
    version: readVersion(file),
    root: raw.root,
    profile: readOptional(child(file, "profile"), readText),
    ...paths,
    ...readFolders(file, options),
    docsPaths: pathList(file, "docs-paths") ?? allSourcePaths(paths),
    assetPaths: pathList(file, "asset-paths") ?? [],
    requireDbtVersion: requirements.map((one) => one.text),
    quoting: readQuoting(child(file, "quoting")),
    dispatch: readDispatch(child(file, "dispatch")),
    vars: raw.varsFile ?? readOptional(child(file, "vars"), readMapping) ?? {},
    onRunStart: readHooks(child(file, "on-run-start")),
    onRunEnd: readHooks(child(file, "on-run-end")),
    queryComment: readQueryComment(child(file, "query-comment")),
    trees: readTrees(file),
    unrenderedTrees: readTrees(locate(raw.document, raw.value)),
    restrictAccess: readOptional(child(file, "restrict-access"), readBoolean) ?? false,
    flags: readFlags(file),
    document: raw.document,
    selectors: options.selectors,
  };
}

function readName(file: Located): string {
  const at = required(file, "name");
  const name = readText(at);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    throw projectFile(
      `A project's name has letters, digits and underscores and does not start with a digit; "${name}" is none.`,
      placeOf(at),
      `For example: ${name.replace(/\W+/g, "_").replace(/^(?=\d)/, "_")}`,
    );
  }
  if (RESERVED_PROJECT_NAMES.has(name)) {
    throw projectFile(
      `"${name}" cannot be a project's name: templates use it themselves.`,
      placeOf(at),
    );
  }
  return name;
}

function readRequirements(file: Located): readonly VersionRequirement[] {
  const at = child(file, "require-dbt-version");
  if (!isPresent(at)) return [];
  const texts = typeof at.value === "string" ? at.value.split(",") : readStringList(at);
  return texts.map((text) => {
    const requirement = readVersionRequirement(text);
    if (!requirement) throw versionSpecifier(text, placeOf(at));
    return requirement;
  });
}

function checkVersion(
  project: string,
  requirements: readonly VersionRequirement[],
  at: Located,
): void {
  const texts = requirements.map((one) => one.text);
  if (!canBeSatisfied(requirements)) throw impossibleDbtVersion(project, texts, placeOf(at));
  const installed = readVersionRequirement(DBT_VERSION)?.version;
  if (installed && requirements.some((one) => !satisfies(installed, one))) {
    throw requireDbtVersion(project, texts, DBT_VERSION, placeOf(at));
  }
}

function checkKeys(file: Located): void {
  for (const key of Object.keys(readMapping(file))) {
    if (PROJECT_KEYS.includes(key)) continue;
    const suggestion = nearest(key, PROJECT_KEYS);
    throw projectFile(
      `dbt_project.yml has no key "${key}".`,
      placeOf(child(file, key)),
      suggestion === undefined
        ? "Values of your own belong under `vars:`."
        : `Did you mean "${suggestion}"?`,
    );
  }
}

/** Keys that shut each other out, and the version of the file's own form. */
function checkVersions(file: Located): void {
  const configVersion = child(file, "config-version");
  if (configVersion.value !== undefined && readNumber(configVersion) !== 2) {
    throw projectFile("config-version must be 2.", placeOf(configVersion));
  }
  const pairs = [
    ["source-paths", "model-paths"],
    ["data-paths", "seed-paths"],
    ["tests", "data_tests"],
  ] as const;
  for (const [old, current] of pairs) {
    if (isFilled(child(file, old)) && isFilled(child(file, current))) {
      throw projectFile(
        `"${old}" is the old name of "${current}": dbt_project.yml cannot have both.`,
        placeOf(child(file, old)),
        `Move all of it to ${current}.`,
      );
    }
  }
}

function isFilled(at: Located): boolean {
  return isPresent(at) && (!isMapping(at.value) || Object.keys(at.value).length > 0);
}

const VERSION =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)?$/;

function readVersion(file: Located): string | undefined {
  const at = child(file, "version");
  if (!isPresent(at)) return undefined;
  const text = readText(at);
  if (VERSION.test(text)) return text;
  throw projectFile(
    `"version" is "${text}", but a version has two or three numbers with dots between.`,
    placeOf(at),
    'For example: version: "1.0.0"',
  );
}

type PathKeys =
  | "modelPaths"
  | "seedPaths"
  | "testPaths"
  | "analysisPaths"
  | "macroPaths"
  | "snapshotPaths"
  | "functionPaths";

function readPaths(file: Located): Pick<ProjectConfig, PathKeys> {
  return {
    modelPaths: pathList(file, "model-paths") ?? pathList(file, "source-paths") ?? ["models"],
    seedPaths: pathList(file, "seed-paths") ?? pathList(file, "data-paths") ?? ["seeds"],
    testPaths: pathList(file, "test-paths") ?? ["tests"],
    analysisPaths: pathList(file, "analysis-paths") ?? ["analyses"],
    macroPaths: pathList(file, "macro-paths") ?? ["macros"],
    snapshotPaths: pathList(file, "snapshot-paths") ?? ["snapshots"],
    functionPaths: pathList(file, "function-paths") ?? ["functions"],
  };
}

type FolderKeys = "targetPath" | "logPath" | "cleanTargets" | "packagesInstallPath";

/** Folders that dbt writes; the command line stands above the file. */
function readFolders(
  file: Located,
  flags: Pick<LoadProjectOptions, "targetPath" | "logPath">,
): Pick<ProjectConfig, FolderKeys> {
  const folder = (key: string, fallback: string): string =>
    readOptional(child(file, key), readString) ?? fallback;
  const targetPath = flags.targetPath ?? folder("target-path", "target");
  return {
    targetPath,
    logPath: flags.logPath ?? folder("log-path", "logs"),
    cleanTargets: pathList(file, "clean-targets") ?? [targetPath],
    packagesInstallPath: folder("packages-install-path", "dbt_packages"),
  };
}

function pathList(file: Located, key: string): readonly string[] | undefined {
  return readOptional(child(file, key), readStringList);
}

/** Every folder that may hold resources, each once; a slash at the end does not count. */
function allSourcePaths(paths: Pick<ProjectConfig, PathKeys>): readonly string[] {
  const all = [
    ...paths.modelPaths,
    ...paths.seedPaths,
    ...paths.snapshotPaths,
    ...paths.analysisPaths,
    ...paths.macroPaths,
    ...paths.testPaths,
    ...paths.functionPaths,
  ];
  return [...new Set(all.map((path) => path.replace(/\/+$/, "")))];
}

function readFlags(file: Located): ProjectConfig["flags"] {
  const cloud = child(file, "dbt-cloud");
  if (isPresent(cloud)) readMapping(cloud);
  const at = child(file, "flags");
  return at.value === undefined ? {} : readMapping(at);
}

const MAY_BE_EMPTY = new Set<ConfigTreeKind>(["models", "seeds", "snapshots"]);

/** dbt takes `models:` with nothing below it, but not `sources:`. */
function readTree(at: Located, kind: ConfigTreeKind): ConfigTree {
  if (at.value === undefined || (at.value === null && MAY_BE_EMPTY.has(kind))) return {};
  return readMapping(at);
}

function readTrees(file: Located): Readonly<Record<ConfigTreeKind, ConfigTree>> {
  const trees = CONFIG_TREE_KINDS.map((kind): [ConfigTreeKind, ConfigTree] => {
    const at = child(file, kind);
    const old = kind === "data_tests" && at.value === undefined ? child(file, "tests") : at;
    return [kind, readTree(old, kind)];
  });
  return Object.fromEntries(trees) as Record<ConfigTreeKind, ConfigTree>;
}
