/**
 * Every setting of one invocation after merging command line > environment (`DBT_ENGINE_X`,
 * `DBT_X`) > `flags:` of dbt_project.yml > default. Names are dbt's, in camel case.
 */
export interface Flags {
  /** The command: `build`, `run`, `list`, `docs generate` is `generate`, ... (dbt's `which`). */
  readonly which: string;
  readonly invocationCommand: string;
  readonly projectDir: string;
  readonly profilesDir: string | undefined;
  readonly profile: string | undefined;
  readonly target: string | undefined;
  readonly targetPath: string | undefined;
  readonly logPath: string | undefined;
  readonly vars: Readonly<Record<string, unknown>>;
  readonly threads: number | undefined;
  /** Run the selected target's project on the embedded engine. */
  readonly local: boolean;
  readonly select: readonly string[];
  readonly exclude: readonly string[];
  readonly selector: string | undefined;
  readonly models: readonly string[];
  readonly resourceTypes: readonly string[];
  readonly excludeResourceTypes: readonly string[];
  readonly indirectSelection: "eager" | "cautious" | "buildable" | "empty";
  readonly fullRefresh: boolean;
  readonly failFast: boolean;
  readonly storeFailures: boolean;
  readonly empty: boolean;
  readonly sample: string | undefined;
  readonly eventTimeStart: string | undefined;
  readonly eventTimeEnd: string | undefined;
  readonly defer: boolean;
  readonly favorState: boolean;
  readonly state: string | undefined;
  readonly deferState: string | undefined;
  readonly introspect: boolean;
  readonly populateCache: boolean;
  readonly cacheSelectedOnly: boolean;
  readonly partialParse: boolean;
  readonly staticParser: boolean;
  readonly writeJson: boolean;
  readonly versionCheck: boolean;
  readonly warnError: boolean;
  readonly warnErrorOptions: WarnErrorOptions;
  readonly debug: boolean;
  readonly quiet: boolean;
  readonly print: boolean;
  readonly printerWidth: number;
  readonly useColors: boolean;
  readonly useColorsFile: boolean;
  readonly logFormat: LogFormat;
  readonly logFormatFile: LogFormat;
  readonly logLevel: LogLevel;
  readonly logLevelFile: LogLevel;
  readonly logFileMaxBytes: number;
  readonly maximumSeedSizeMib: number;
  readonly cleanProjectFilesOnly: boolean;
  readonly macroDebugging: boolean;
  /** Flags of one command only (`output`, `inline`, `limit`, `args`, ...), as the command line gave them. */
  readonly command: Readonly<Record<string, unknown>>;
  /** Behaviour flags of dbt and of adapters, lower case with underscores. */
  readonly behavior: Readonly<Record<string, boolean>>;
}

export type LogFormat = "text" | "debug" | "json" | "default";
export type LogLevel = "debug" | "info" | "warn" | "error" | "none";

export interface WarnErrorOptions {
  /** `"all"` or event names. */
  readonly error: "all" | readonly string[];
  readonly warn: readonly string[];
  readonly silence: readonly string[];
}
