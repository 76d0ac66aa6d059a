import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import {
  EMPTY,
  FULL_REFRESH,
  SHOW_SEEDS,
  SQLPARSE,
  STORE_FAILURES,
  WINDOW_OPTIONS,
} from "../options/run-options.ts";
import { RESOURCE_TYPE_OPTIONS, SELECTION_OPTIONS } from "../options/selection-options.ts";

export const build: CommandDefinition = {
  name: "build",
  summary: "Run seeds, models, snapshots and tests in the order of their references.",
  options: [
    ...SELECTION_OPTIONS,
    ...RESOURCE_TYPE_OPTIONS,
    FULL_REFRESH,
    EMPTY,
    STORE_FAILURES,
    SHOW_SEEDS,
    ...WINDOW_OPTIONS,
    ...ENGINE_OPTIONS,
    SQLPARSE,
    {
      key: "exportSavedQueries",
      long: "--export-saved-queries",
      negative: "--no-export-saved-queries",
      value: { kind: "flag" },
      hidden: true,
      summary: "Run the exports of saved queries.",
    },
    {
      key: "includeSavedQuery",
      long: "--include-saved-query",
      negative: "--no-include-saved-query",
      value: { kind: "flag" },
      hidden: true,
      summary: "Old spelling of --export-saved-queries.",
    },
  ],
  examples: [
    "build",
    "build --select staging+ --exclude tag:slow",
    "build --full-refresh --threads 8",
  ],
  run: async (context) => (await import("../../commands/build.ts")).build(context),
};
