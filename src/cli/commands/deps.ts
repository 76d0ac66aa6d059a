import type { CommandDefinition } from "../command-definition.ts";
import { PROFILES_DIR, PROJECT_DIR, VARS } from "../options/project-options.ts";

export const deps: CommandDefinition = {
  name: "deps",
  summary: "Install the packages of packages.yml.",
  options: [
    {
      key: "lock",
      long: "--lock",
      value: { kind: "flag" },
      summary: "Only write package-lock.yml.",
    },
    {
      key: "upgrade",
      long: "--upgrade",
      value: { kind: "flag" },
      summary: "Take the newest versions that packages.yml allows.",
    },
    {
      key: "addPackage",
      long: "--add-package",
      value: { kind: "text", placeholder: "NAME@VERSION" },
      summary: "Add a package to packages.yml first.",
    },
    {
      key: "source",
      long: "--source",
      value: { kind: "choice", choices: ["hub", "git", "local"] },
      fallback: "hub",
      summary: "Where --add-package finds it.",
    },
    PROJECT_DIR,
    PROFILES_DIR,
    VARS,
  ],
  examples: ["deps", "deps --upgrade"],
  run: async (context) => (await import("../../commands/deps.ts")).deps(context),
};
