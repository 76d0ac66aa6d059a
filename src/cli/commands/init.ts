import type { CommandDefinition } from "../command-definition.ts";
import { PROFILES_DIR, PROJECT_DIR, VARS } from "../options/project-options.ts";

export const init: CommandDefinition = {
  name: "init",
  summary: "Write a new project, with a profile for the embedded engine that builds at once.",
  argument: { key: "projectName", placeholder: "PROJECT_NAME", summary: "letters, digits and _" },
  options: [
    {
      key: "skipProfileSetup",
      long: "--skip-profile-setup",
      short: "-s",
      value: { kind: "flag" },
      summary: "Write no profile.",
    },
    {
      key: "skipDebug",
      long: "--skip-debug",
      value: { kind: "flag" },
      summary: "Do not test the connection afterwards.",
    },
    PROJECT_DIR,
    PROFILES_DIR,
    VARS,
  ],
  examples: ["init my_shop", "init my_shop --skip-profile-setup"],
  run: async (context) => (await import("../../commands/init.ts")).init(context),
};
