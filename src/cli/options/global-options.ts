import { FLAG, INTEGER, PATH, TEXT, YAML, type OptionDefinition } from "./option.ts";

const LOG_FORMATS = { kind: "choice", choices: ["text", "debug", "json", "default"] } as const;
const LOG_LEVELS = { kind: "choice", choices: ["debug", "info", "warn", "error", "none"] } as const;

/** Options that every command takes, before or after its name. */
export const GLOBAL_OPTIONS: readonly OptionDefinition[] = [
  {
    key: "local",
    long: "--local",
    value: FLAG,
    env: "DBT_GLUE_LOCAL",
    summary: "Run the target's project on the embedded engine, without AWS.",
  },
  {
    key: "target",
    long: "--target",
    short: "-t",
    value: TEXT,
    env: "DBT_TARGET",
    summary: "Target of the profile to use.",
  },
  {
    key: "profile",
    long: "--profile",
    value: TEXT,
    env: "DBT_PROFILE",
    summary: "Profile to use instead of the one that dbt_project.yml names.",
  },
  toggle("failFast", "fail-fast", "Stop at the first failure.", { short: "-x" }),
  toggle("defer", "defer", "Take nodes that are not selected from the state's manifest."),
  {
    key: "state",
    long: "--state",
    value: PATH,
    env: "DBT_STATE",
    summary: "Folder with the artifacts of an earlier run, to compare with and defer to.",
  },
  {
    key: "deferState",
    long: "--defer-state",
    value: PATH,
    env: "DBT_DEFER_STATE",
    summary: "Folder with the artifacts to defer to, where it is not --state.",
  },
  toggle("favorState", "favor-state", "Prefer the state's relations even where own ones exist."),
  {
    key: "indirectSelection",
    long: "--indirect-selection",
    value: { kind: "choice", choices: ["eager", "cautious", "buildable", "empty"] },
    env: "DBT_INDIRECT_SELECTION",
    fallback: "eager",
    summary: "Which tests come along with the selected nodes.",
  },
  {
    key: "warnError",
    long: "--warn-error",
    value: FLAG,
    env: "DBT_WARN_ERROR",
    summary: "Make every warning an error.",
  },
  {
    key: "warnErrorOptions",
    long: "--warn-error-options",
    value: YAML,
    env: "DBT_WARN_ERROR_OPTIONS",
    summary: "Make some warnings errors or silent, e.g. '{error: all, silence: [NothingToDo]}'.",
  },
  toggle("debug", "debug", "Show what happens in detail.", { short: "-d" }),
  toggle("quiet", "quiet", "Print errors and results only.", { short: "-q" }),
  toggle("print", "print", "Show what print() says in templates.", { fallback: "on" }),
  {
    key: "logLevel",
    long: "--log-level",
    value: LOG_LEVELS,
    env: "DBT_LOG_LEVEL",
    fallback: "info",
    summary: "Least severity that is shown, and logged unless --log-level-file says otherwise.",
  },
  {
    key: "logLevelFile",
    long: "--log-level-file",
    value: LOG_LEVELS,
    env: "DBT_LOG_LEVEL_FILE",
    fallback: "debug",
    summary: "Least severity that goes to the log file.",
  },
  {
    key: "logFormat",
    long: "--log-format",
    value: LOG_FORMATS,
    env: "DBT_LOG_FORMAT",
    fallback: "default",
    summary: "Form of the lines on the console and in the log file.",
  },
  {
    key: "logFormatFile",
    long: "--log-format-file",
    value: LOG_FORMATS,
    env: "DBT_LOG_FORMAT_FILE",
    fallback: "debug",
    summary: "Form of the lines in the log file.",
  },
  {
    key: "logPath",
    long: "--log-path",
    value: PATH,
    env: "DBT_LOG_PATH",
    fallback: "logs",
    summary: "Folder of dbt.log.",
  },
  {
    key: "logFileMaxBytes",
    long: "--log-file-max-bytes",
    value: INTEGER,
    env: "DBT_LOG_FILE_MAX_BYTES",
    hidden: true,
    fallback: "10485760",
    summary: "Size at which dbt.log is put aside; 0 for no limit.",
  },
  toggle("useColors", "use-colors", "Colour the output.", { fallback: "on for terminals" }),
  toggle("useColorsFile", "use-colors-file", "Colour the log file."),
  {
    key: "printerWidth",
    long: "--printer-width",
    value: INTEGER,
    env: "DBT_PRINTER_WIDTH",
    fallback: "80",
    summary: "Width of the progress lines.",
  },
  toggle("writeJson", "write-json", "Write the artifacts to the target folder.", {
    fallback: "on",
  }),
  toggle("partialParse", "partial-parse", "Parse only what has changed.", { fallback: "on" }),
  toggle("staticParser", "static-parser", "Read plain ref, source and config calls directly.", {
    fallback: "on",
  }),
  toggle("populateCache", "populate-cache", "List the existing relations before the run.", {
    fallback: "on",
  }),
  toggle("cacheSelectedOnly", "cache-selected-only", "List only schemas of selected nodes."),
  toggle("versionCheck", "version-check", "Heed require-dbt-version.", { fallback: "on" }),
  {
    key: "maximumSeedSizeMib",
    long: "--maximum-seed-size-mib",
    value: INTEGER,
    env: "DBT_ENGINE_MAXIMUM_SEED_SIZE_MIB",
    fallback: "1",
    summary: "Seeds above this size are compared by path, not by content; 0 for no limit.",
  },
  ...understood(),
];

/** Options of dbt that change nothing here; scripts may pass them. */
function understood(): readonly OptionDefinition[] {
  const flags = [
    ["sendAnonymousUsageStats", "send-anonymous-usage-stats", "Nothing is ever sent."],
    ["showAllDeprecations", "show-all-deprecations", "Show each deprecation wherever it occurs."],
    ["hintsEnabled", "hints-enabled", "Show occasional hints."],
    ["logCacheEvents", "log-cache-events", "Log the relation cache."],
    ["macroDebugging", "macro-debugging", "Keep macro sources for debugging."],
    ["singleThreaded", "single-threaded", "Run on one lane."],
    ["useExperimentalParser", "use-experimental-parser", "There is one parser."],
    ["useFastTestEdges", "use-fast-test-edges", "Test edges are always fast."],
    ["useV2Parser", "use-v2-parser", "There is one parser."],
    ["partialParseFileDiff", "partial-parse-file-diff", "Internal to dbt."],
    ["snowflakeProjectsOtel", "snowflake-projects-otel", "Internal to dbt."],
    ["uploadToArtifactsIngestApi", "upload-to-artifacts-ingest-api", "Nothing is uploaded."],
    ["showResourceReport", "show-resource-report", "Internal to dbt."],
  ] as const;
  const values = [
    ["partialParseFilePath", "--partial-parse-file-path", "Internal to dbt."],
    ["recordTimingInfo", "--record-timing-info", "Internal to dbt."],
    ["v2Parser", "--v2-parser", "There is one parser."],
  ] as const;
  return [
    ...flags.map(([key, name, summary]) => toggle(key, name, summary, { hidden: true })),
    ...values.map(([key, long, summary]): OptionDefinition => ({
      key,
      long,
      ...(key === "recordTimingInfo" ? { short: "-r" } : {}),
      value: TEXT,
      summary,
      hidden: true,
    })),
  ];
}

function toggle(
  key: string,
  name: string,
  summary: string,
  more: Pick<OptionDefinition, "short" | "hidden" | "fallback"> = {},
): OptionDefinition {
  return {
    key,
    long: `--${name}`,
    negative: `--no-${name}`,
    value: FLAG,
    env: `DBT_${name.replaceAll("-", "_").toUpperCase()}`,
    summary,
    ...more,
  };
}
