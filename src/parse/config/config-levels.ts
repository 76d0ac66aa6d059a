import type { ConfigTree, ConfigTreeKind, ProjectConfig } from "../../config/project-config.ts";
import type { ConfigDict, ConfigKind } from "./config-fields.ts";
import { isMapping } from "../../yaml/typed-readers.ts";

/** The levels of a project's config tree that apply to `fqn`, outermost first. */
export function configLevels(tree: ConfigTree, fqn: readonly string[]): ConfigDict[] {
  const levels = [levelOf(tree)];
  let level: unknown = tree;
  for (const part of fqn) {
    level = isMapping(level) && Object.hasOwn(level, part) ? level[part] : undefined;
    if (!isMapping(level)) break;
    levels.push(levelOf(level));
  }
  return levels.filter((each) => Object.keys(each).length > 0);
}

/** The tree of dbt_project.yml that a kind takes its config from, rendered. */
export function renderedTree(
  project: ProjectConfig,
  kind: ConfigKind,
  ownAnalyses: boolean,
): ConfigTree {
  return project.trees[treeKind(kind, ownAnalyses)];
}

/**
 * The same before rendering. dbt looks for semantic models and saved queries under names with
 * underscores, which no file has, and takes functions' from `models:`.
 */
export function unrenderedTree(
  project: ProjectConfig,
  kind: ConfigKind,
  ownAnalyses: boolean,
): ConfigTree {
  if (kind === "semantic_model" || kind === "saved_query") return {};
  if (kind === "function") return project.unrenderedTrees.models;
  return project.unrenderedTrees[treeKind(kind, ownAnalyses)];
}

/** A key is config when it has a `+`, or a value that is not a dictionary (which is a folder). */
function levelOf(tree: ConfigTree): ConfigDict {
  const known = LEVELS.get(tree);
  if (known !== undefined) return known;
  const level: ConfigDict = {};
  for (const [key, value] of Object.entries(tree)) {
    if (key.startsWith("+")) level[key.slice(1).trim()] = value;
    else if (!isMapping(value)) level[key] = value;
  }
  LEVELS.set(tree, level);
  return level;
}

/** Thousands of resources share a folder's level. */
const LEVELS = new WeakMap<ConfigTree, ConfigDict>();

function treeKind(kind: ConfigKind, ownAnalyses: boolean): ConfigTreeKind {
  switch (kind) {
    case "seed":
      return "seeds";
    case "snapshot":
      return "snapshots";
    case "source":
      return "sources";
    case "test":
      return "data_tests";
    case "metric":
      return "metrics";
    case "semantic_model":
      return "semantic-models";
    case "saved_query":
      return "saved-queries";
    case "exposure":
      return "exposures";
    case "unit_test":
      return "unit_tests";
    case "function":
      return "functions";
    case "analysis":
      return ownAnalyses ? "analyses" : "models";
    case "model":
    case "operation":
    case "group":
      return "models";
  }
}
