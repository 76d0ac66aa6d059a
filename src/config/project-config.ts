import type { YamlDocument } from "../yaml/yaml-document.ts";
import type { SelectionSpec } from "./selection-spec.ts";

/** A hierarchy under `models:`, `seeds:`, ...: folder names and `+config` keys, rendered. */
export type ConfigTree = Readonly<Record<string, unknown>>;

export const CONFIG_TREE_KINDS = [
  "models",
  "seeds",
  "snapshots",
  "sources",
  "data_tests",
  "unit_tests",
  "metrics",
  "semantic-models",
  "saved-queries",
  "exposures",
  "analyses",
  "functions",
] as const;

export type ConfigTreeKind = (typeof CONFIG_TREE_KINDS)[number];

/** One dbt_project.yml: the root's or an installed package's. */
export interface ProjectConfig {
  readonly name: string;
  readonly version: string | undefined;
  /** Absolute path of the folder. */
  readonly root: string;
  readonly profile: string | undefined;
  readonly modelPaths: readonly string[];
  readonly seedPaths: readonly string[];
  readonly testPaths: readonly string[];
  readonly analysisPaths: readonly string[];
  readonly macroPaths: readonly string[];
  readonly snapshotPaths: readonly string[];
  readonly docsPaths: readonly string[];
  readonly assetPaths: readonly string[];
  readonly functionPaths: readonly string[];
  /** Relative to `root` unless absolute; `--target-path` has been applied. */
  readonly targetPath: string;
  readonly logPath: string;
  readonly cleanTargets: readonly string[];
  readonly packagesInstallPath: string;
  readonly requireDbtVersion: readonly string[];
  readonly quoting: Readonly<Record<string, boolean>>;
  readonly dispatch: readonly DispatchRule[];
  /** `vars:` or vars.yml, as written: strings are rendered when they are read. */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly onRunStart: readonly string[];
  readonly onRunEnd: readonly string[];
  readonly queryComment: QueryComment | undefined;
  /** Rendered trees, and the same before rendering (for `unrendered_config`). */
  readonly trees: Readonly<Record<ConfigTreeKind, ConfigTree>>;
  readonly unrenderedTrees: Readonly<Record<ConfigTreeKind, ConfigTree>>;
  readonly restrictAccess: boolean;
  /** The `flags:` block as written. */
  readonly flags: Readonly<Record<string, unknown>>;
  /** dbt_project.yml itself, for places in errors. */
  readonly document: YamlDocument;
  /** selectors.yml by name; undefined where there is none. */
  readonly selectors: ReadonlyMap<string, Selector> | undefined;
}

/** One entry of selectors.yml. */
export interface Selector {
  readonly name: string;
  /** Used where the command line selects nothing. */
  readonly default: boolean;
  readonly spec: SelectionSpec;
  /** The entry as manifest.json has it under `selectors`. */
  readonly manifestEntry: Readonly<Record<string, unknown>>;
}

export interface DispatchRule {
  readonly macroNamespace: string;
  readonly searchOrder: readonly string[];
}

/** `query-comment:`; where the key is absent, `ProjectConfig.queryComment` is undefined: dbt's default. */
export interface QueryComment {
  /** Jinja; `undefined` means dbt's default comment, "" means none. */
  readonly comment: string | undefined;
  readonly append: boolean;
  readonly jobLabel: boolean;
}
