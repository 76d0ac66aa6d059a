import { TEXT, type OptionDefinition } from "./option.ts";

const SPECS = { kind: "words", placeholder: "SPEC" } as const;

export const EXCLUDE: OptionDefinition = {
  key: "exclude",
  long: "--exclude",
  value: SPECS,
  summary: "Nodes to leave out.",
};

export const SELECTOR: OptionDefinition = {
  key: "selector",
  long: "--selector",
  value: TEXT,
  summary: "A selector of selectors.yml; it wins over --select and --exclude.",
};

const PLAIN_SELECT: OptionDefinition = {
  key: "select",
  long: "--select",
  short: "-s",
  value: SPECS,
  summary: "Nodes to work on: names, paths, tag:x, +upstream, downstream+, a,b for both.",
};

/** `--select` with dbt's older spellings as aliases. */
export const SELECT: OptionDefinition = {
  ...PLAIN_SELECT,
  aliases: ["-m", "--models", "--model"],
};

export const SELECTION_OPTIONS: readonly OptionDefinition[] = [SELECT, EXCLUDE, SELECTOR];

/** `list` keeps `--models` apart: it implies the resource type model. */
export const LIST_SELECTION_OPTIONS: readonly OptionDefinition[] = [
  PLAIN_SELECT,
  {
    key: "models",
    long: "--models",
    short: "-m",
    aliases: ["--model"],
    value: SPECS,
    summary: "Like --select, for models only.",
  },
  EXCLUDE,
  SELECTOR,
];

const RESOURCE_TYPES = [
  "metric",
  "semantic_model",
  "saved_query",
  "source",
  "analysis",
  "function",
  "model",
  "test",
  "unit_test",
  "exposure",
  "snapshot",
  "seed",
  "default",
] as const;

export const RESOURCE_TYPE_OPTIONS: readonly OptionDefinition[] = [
  {
    key: "resourceTypes",
    long: "--resource-type",
    aliases: ["--resource-types"],
    value: { kind: "words", placeholder: "TYPE", choices: [...RESOURCE_TYPES, "all"] },
    env: "DBT_RESOURCE_TYPES",
    summary: "Only nodes of these types.",
  },
  {
    key: "excludeResourceTypes",
    long: "--exclude-resource-type",
    aliases: ["--exclude-resource-types"],
    value: { kind: "words", placeholder: "TYPE", choices: RESOURCE_TYPES },
    env: "DBT_EXCLUDE_RESOURCE_TYPES",
    summary: "No nodes of these types.",
  },
];
