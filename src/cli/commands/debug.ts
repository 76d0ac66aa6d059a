import type { CommandDefinition } from "../command-definition.ts";
import { PROFILES_DIR, PROJECT_DIR, VARS } from "../options/project-options.ts";

export const debug: CommandDefinition = {
  name: "debug",
  summary: "Check the project, the profile and the connection.",
  options: [
    {
      key: "connection",
      long: "--connection",
      value: { kind: "flag" },
      summary: "Only test the connection.",
    },
    {
      key: "configDir",
      long: "--config-dir",
      value: { kind: "flag" },
      summary: "Only say where profiles.yml is looked for.",
    },
    PROJECT_DIR,
    PROFILES_DIR,
    VARS,
  ],
  examples: ["debug", "debug --target prod"],
  run: async (context) => (await import("../../commands/debug.ts")).debug(context),
};
