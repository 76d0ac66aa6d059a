import { FLAG, INTEGER, TEXT, YAML, type OptionDefinition } from "./option.ts";

export const FULL_REFRESH: OptionDefinition = {
  key: "fullRefresh",
  long: "--full-refresh",
  short: "-f",
  value: FLAG,
  env: "DBT_FULL_REFRESH",
  summary: "Rebuild incremental models and seeds from nothing.",
};

export const EMPTY: OptionDefinition = {
  key: "empty",
  long: "--empty",
  negative: "--no-empty",
  value: FLAG,
  env: "DBT_EMPTY",
  summary: "Read no rows from refs and sources: only the shapes are built.",
};

export const STORE_FAILURES: OptionDefinition = {
  key: "storeFailures",
  long: "--store-failures",
  value: FLAG,
  env: "DBT_STORE_FAILURES",
  summary: "Keep the rows that fail a test in a table.",
};

export const SHOW_SEEDS: OptionDefinition = {
  key: "show",
  long: "--show",
  value: FLAG,
  summary: "Show some rows of each seed.",
};

/** Time windows of microbatch models and samples. */
export const WINDOW_OPTIONS: readonly OptionDefinition[] = [
  {
    key: "eventTimeStart",
    long: "--event-time-start",
    value: { kind: "text", placeholder: "DATETIME" },
    env: "DBT_EVENT_TIME_START",
    summary: "Start of the window of microbatch models (included).",
  },
  {
    key: "eventTimeEnd",
    long: "--event-time-end",
    value: { kind: "text", placeholder: "DATETIME" },
    env: "DBT_EVENT_TIME_END",
    summary: "End of the window of microbatch models (not included).",
  },
  {
    key: "sample",
    long: "--sample",
    value: TEXT,
    env: "DBT_SAMPLE",
    summary: "Read only a window of refs and sources that have an event time, e.g. '3 days'.",
  },
];

export const INLINE: OptionDefinition = {
  key: "inline",
  long: "--inline",
  value: { kind: "text", placeholder: "SQL" },
  summary: "A query of its own, with Jinja, instead of a selected node.",
};

export const INTROSPECT: OptionDefinition = {
  key: "introspect",
  long: "--introspect",
  negative: "--no-introspect",
  value: FLAG,
  env: "DBT_INTROSPECT",
  fallback: "on",
  summary: "Let templates query the warehouse while they compile.",
};

export const OUTPUT_FORMAT: OptionDefinition = {
  key: "output",
  long: "--output",
  value: { kind: "choice", choices: ["json", "text"] },
  fallback: "text",
  summary: "Form of the output.",
};

export const LIMIT: OptionDefinition = {
  key: "limit",
  long: "--limit",
  value: INTEGER,
  fallback: "5",
  summary: "How many rows to show; -1 for all.",
};

/** Understood so that dbt's scripts work; nothing here parses SQL with sqlparse. */
export const SQLPARSE: OptionDefinition = {
  key: "sqlparse",
  long: "--sqlparse",
  value: YAML,
  hidden: true,
  summary: "Internal to dbt.",
};
