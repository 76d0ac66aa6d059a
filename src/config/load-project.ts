import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile, projectNotFound } from "../errors/config-errors.ts";
import { isMapping, locate, readMapping } from "../yaml/typed-readers.ts";
import type { Mapping } from "../yaml/typed-readers.ts";
import type { YamlDocument, YamlPath } from "../yaml/yaml-document.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { checkTemplate } from "./config-renderer.ts";
import type { ProjectConfig } from "./project-config.ts";
import { readProjectConfig } from "./read-project-config.ts";
import { hasJinja, renderYamlValue } from "./render-yaml-value.ts";
import type { RenderText } from "./render-yaml-value.ts";
import { readSelectorsFile } from "./selectors-file.ts";

export interface LoadProjectOptions {
  /** Renders with dbt_project.yml's context: base members, `target`, `--vars` and vars.yml. */
  readonly render: RenderText;
  /** `--target-path` and `--log-path`: stand above the project file. */
  readonly targetPath: string | undefined;
  readonly logPath: string | undefined;
  /** Checks `require-dbt-version`. */
  readonly versionCheck: boolean;
}

/** dbt_project.yml as it stands, before rendering. */
export interface RawProject {
  readonly root: string;
  readonly document: YamlDocument;
  readonly value: Mapping;
  /** `vars:` of vars.yml; undefined where there is no such file. */
  readonly varsFile: Mapping | undefined;
}

/**
 * Reads dbt_project.yml and vars.yml of a folder; renders nothing.
 *
 * @param shownAs - the file's path in messages
 */
export function readRawProject(root: string, shownAs = "dbt_project.yml"): RawProject {
  const path = join(root, "dbt_project.yml");
  if (!existsSync(path)) throw projectNotFound(root);
  const document = readYaml(readFileSync(path, "utf8"), shownAs);
  const value = readMapping(locate(document));
  return { root, document, value, varsFile: readVarsFile(root) };
}

/** Renders and checks one project: the root's or an installed package's. */
export function loadProject(raw: RawProject, options: LoadProjectOptions): ProjectConfig {
  checkVarsInOnePlace(raw);
  const rendered = renderYamlValue(raw.value, {
    document: raw.document,
    render: options.render,
    shouldRender: isRendered,
  });
  const selectors = readSelectorsFile(raw.root, options.render);
  const project = readProjectConfig(raw, { ...options, rendered, selectors });
  const comment = project.queryComment?.comment;
  if (comment !== undefined && hasJinja(comment)) {
    checkTemplate(comment, raw.document.placeOfValue(["query-comment"]));
  }
  return project;
}

function readVarsFile(root: string): Mapping | undefined {
  const path = join(root, "vars.yml");
  if (!existsSync(path)) return undefined;
  const document = readYaml(readFileSync(path, "utf8"), "vars.yml");
  if (document.value === null) return undefined;
  const vars = readMapping(locate(document)).vars;
  return isMapping(vars) ? vars : undefined;
}

function checkVarsInOnePlace(raw: RawProject): void {
  const inProject = raw.value.vars;
  const filled = isMapping(inProject) && Object.keys(inProject).length > 0;
  if (!filled || !raw.varsFile || Object.keys(raw.varsFile).length === 0) return;
  throw projectFile(
    "Variables stand both in vars.yml and in dbt_project.yml.",
    raw.document.placeOf(["vars"]),
    "Keep them in one of the two files.",
  );
}

const HOOK_KEYS = new Set(["pre-hook", "post-hook", "pre_hook", "post_hook"]);
const TREES_WITH_HOOKS = new Set(["models", "seeds", "snapshots", "tests", "data_tests"]);
const NEVER_RENDERED = new Set(["vars", "on-run-start", "on-run-end", "query-comment"]);

/** Hooks, vars and the query comment are rendered when they are used. */
function isRendered(path: YamlPath): boolean {
  const first = String(path[0] ?? "");
  if (NEVER_RENDERED.has(first)) return false;
  if (!TREES_WITH_HOOKS.has(first)) return true;
  return !path.some((step) => HOOK_KEYS.has(String(step).replace(/^[+ ]+/, "")));
}
