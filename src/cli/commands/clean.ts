import type { CommandDefinition } from "../command-definition.ts";
import { PROJECT_OPTIONS } from "../options/project-options.ts";

export const clean: CommandDefinition = {
  name: "clean",
  summary: "Delete the folders of clean-targets, normally target and dbt_packages.",
  options: [
    {
      key: "cleanProjectFilesOnly",
      long: "--clean-project-files-only",
      negative: "--no-clean-project-files-only",
      value: { kind: "flag" },
      env: "DBT_CLEAN_PROJECT_FILES_ONLY",
      fallback: "on",
      summary: "Refuse to delete outside the project.",
    },
    ...PROJECT_OPTIONS,
  ],
  examples: ["clean"],
  run: async (context) => (await import("../../commands/clean.ts")).clean(context),
};
