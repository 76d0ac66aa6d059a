import { INTEGER, PATH, YAML, type OptionDefinition } from "./option.ts";

export const PROFILES_DIR: OptionDefinition = {
  key: "profilesDir",
  long: "--profiles-dir",
  value: PATH,
  env: "DBT_PROFILES_DIR",
  fallback: "the current folder if it has a profiles.yml, else ~/.dbt",
  summary: "Folder of profiles.yml.",
};

export const PROJECT_DIR: OptionDefinition = {
  key: "projectDir",
  long: "--project-dir",
  value: PATH,
  env: "DBT_PROJECT_DIR",
  fallback: "the nearest folder upwards with a dbt_project.yml",
  summary: "Folder of dbt_project.yml.",
};

export const VARS: OptionDefinition = {
  key: "vars",
  long: "--vars",
  value: YAML,
  summary: "Variables for the project, e.g. '{start: 2024-01-01}'. They win over dbt_project.yml.",
};

export const TARGET_PATH: OptionDefinition = {
  key: "targetPath",
  long: "--target-path",
  value: PATH,
  env: "DBT_TARGET_PATH",
  fallback: "target",
  summary: "Folder for artifacts and compiled SQL.",
};

export const THREADS: OptionDefinition = {
  key: "threads",
  long: "--threads",
  value: INTEGER,
  summary: "How many nodes may run side by side, instead of the profile's number.",
};

/** Of commands that read the project but run nothing. */
export const PROJECT_OPTIONS: readonly OptionDefinition[] = [
  PROJECT_DIR,
  PROFILES_DIR,
  VARS,
  TARGET_PATH,
];

/** Of commands that use the engine. */
export const ENGINE_OPTIONS: readonly OptionDefinition[] = [...PROJECT_OPTIONS, THREADS];
