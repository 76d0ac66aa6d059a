import type { CommandDefinition } from "../command-definition.ts";
import { PROJECT_OPTIONS } from "../options/project-options.ts";
import { LIST_SELECTION_OPTIONS, RESOURCE_TYPE_OPTIONS } from "../options/selection-options.ts";

export const list: CommandDefinition = {
  name: "list",
  aliases: ["ls"],
  summary: "List the project's resources.",
  options: [
    ...LIST_SELECTION_OPTIONS,
    ...RESOURCE_TYPE_OPTIONS,
    {
      key: "output",
      long: "--output",
      value: { kind: "choice", choices: ["json", "name", "path", "selector"] },
      fallback: "selector",
      summary: "What to print of each resource.",
    },
    {
      key: "outputKeys",
      long: "--output-keys",
      value: { kind: "words", placeholder: "KEY" },
      summary: "Keys of the JSON output; dots reach into objects.",
    },
    ...PROJECT_OPTIONS,
  ],
  examples: [
    "ls --select +orders",
    "ls --resource-type test --output name",
    "ls --output json --output-keys name config.materialized",
  ],
  run: async (context) => (await import("../../commands/list.ts")).list(context),
};
