import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { bug } from "../../errors/bug.ts";
import type { ProjectConfig } from "../../config/project-config.ts";
import { checkConfig } from "./check-config.ts";
import type { ConfigDict, ConfigKind } from "./config-fields.ts";
import { configLevels, renderedTree, unrenderedTree } from "./config-levels.ts";
import { finalizeConfig } from "./finalize-config.ts";
import { initialConfig, mergeConfig } from "./merge-config.ts";

/** Whose config, and what its own files say. */
export interface ConfigInputs {
  readonly kind: ConfigKind;
  readonly fqn: readonly string[];
  readonly packageName: string;
  /** `config(...)` calls in the file. */
  readonly calls: ConfigDict;
  /** `config:` of the properties file. */
  readonly patch?: ConfigDict | undefined;
}

/**
 * A resource's config from all levels, low to high: defaults, the own project's tree, properties
 * file, `config(...)` calls; then for a resource of a package the root project's tree.
 */
export function calculateConfig(runtime: RuntimeConfig, inputs: ConfigInputs): ConfigDict {
  const levels = allLevels(runtime, inputs, renderedTree);
  let config = initialConfig(inputs.kind);
  for (const level of levels) config = mergeConfig(inputs.kind, config, level);
  config = finalizeConfig(inputs.kind, config);
  checkConfig(inputs.kind, config, runtime.flags.behavior);
  return config;
}

/** What was set at all levels before rendering, for `state:modified`: nearer levels replace. */
export function calculateUnrenderedConfig(
  runtime: RuntimeConfig,
  inputs: ConfigInputs,
): ConfigDict {
  const config: ConfigDict = {};
  for (const level of allLevels(runtime, inputs, unrenderedTree)) Object.assign(config, level);
  return config;
}

function allLevels(
  runtime: RuntimeConfig,
  inputs: ConfigInputs,
  treeOf: typeof renderedTree,
): ConfigDict[] {
  const ownAnalyses = runtime.flags.behavior.require_corrected_analysis_fqns === true;
  const root = runtime.project;
  const own = projectNamed(runtime, inputs.packageName);
  const fromTree = (project: ProjectConfig): ConfigDict[] =>
    configLevels(treeOf(project, inputs.kind, ownAnalyses), inputs.fqn);
  return [
    ...fromTree(own),
    ...(inputs.patch === undefined ? [] : [inputs.patch]),
    inputs.calls,
    ...(own.name === root.name ? [] : fromTree(root)),
  ];
}

function projectNamed(runtime: RuntimeConfig, name: string): ProjectConfig {
  const project = name === runtime.project.name ? runtime.project : runtime.packages.get(name);
  if (project === undefined) throw bug(`No package called "${name}" is loaded.`);
  return project;
}
