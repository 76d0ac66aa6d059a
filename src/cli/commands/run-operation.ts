import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { SQLPARSE } from "../options/run-options.ts";
import { YAML } from "../options/option.ts";

export const runOperation: CommandDefinition = {
  name: "run-operation",
  summary: "Call a macro.",
  argument: { key: "macro", placeholder: "MACRO", summary: "name, or package.name" },
  options: [
    {
      key: "args",
      long: "--args",
      value: YAML,
      summary: "The macro's arguments, e.g. '{table: orders, days: 3}'.",
    },
    {
      key: "sql",
      long: "--sql",
      value: { kind: "text", placeholder: "SQL" },
      summary: "Run this SQL, with Jinja, instead of a macro.",
    },
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: [`run-operation grant_select --args '{role: reporter}'`],
  run: async (context) => (await import("../../commands/run-operation.ts")).runOperation(context),
};
