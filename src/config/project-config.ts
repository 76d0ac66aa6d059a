import type { YamlDocument } from "../yaml/yaml-document.ts";

/** A hierarchy under `models:`, `seeds:`, ...: folder names and `+config` keys, rendered. */
export type ConfigTree = Readonly<Record<string, unknown>>;

export type ConfigTreeKind =
  | "models"
  | "seeds"
  | "snapshots"
  | "sources"
  | "data_tests"
  | "unit_tests"
  | "metrics"
  | "semantic-models"
  | "saved-queries"
  | "exposures"
  | "analyses"
  | "functions";

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
  readonly targetPath: string;
  readonly logPath: string;
  readonly cleanTargets: readonly string[];
  readonly packagesInstallPath: string;
  readonly requireDbtVersion: readonly string[];
  readonly quoting: Readonly<Record<string, boolean>>;
  readonly dispatch: readonly DispatchRule[];
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
}

export interface DispatchRule {
  readonly macroNamespace: string;
  readonly searchOrder: readonly string[];
}

export interface QueryComment {
  /** Jinja; `undefined` means dbt's default comment, "" means none. */
  readonly comment: string | undefined;
  readonly append: boolean;
}
