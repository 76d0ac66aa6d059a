import type { CommandDefinition } from "../command-definition.ts";
import { INTEGER } from "../options/option.ts";
import { PROJECT_OPTIONS } from "../options/project-options.ts";

export const sessionList: CommandDefinition = {
  name: "session list",
  summary: "List the Glue sessions that dbt-glue has made and that still cost money.",
  options: PROJECT_OPTIONS,
  examples: ["session list", "session list --target prod"],
  run: async (context) => (await import("../../commands/session-list.ts")).sessionList(context),
};

export const sessionStop: CommandDefinition = {
  name: "session stop",
  summary: "Stop one Glue session.",
  argument: { key: "id", placeholder: "id", summary: "Id of the session, as session list says." },
  options: PROJECT_OPTIONS,
  examples: ["session stop dbt-glue__nightly"],
  run: async (context) => (await import("../../commands/session-stop.ts")).sessionStop(context),
};

export const sessionReap: CommandDefinition = {
  name: "session reap",
  summary: "Stop the Glue sessions of runs that were killed.",
  options: [
    {
      key: "olderThan",
      long: "--older-than",
      value: INTEGER,
      summary: "Also stop those made on other machines more than so many minutes ago.",
    },
    ...PROJECT_OPTIONS,
  ],
  examples: ["session reap", "session reap --older-than 120"],
  run: async (context) => (await import("../../commands/session-reap.ts")).sessionReap(context),
};
