import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import {
  EMPTY,
  FULL_REFRESH,
  INLINE,
  INTROSPECT,
  OUTPUT_FORMAT,
  SQLPARSE,
} from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const compile: CommandDefinition = {
  name: "compile",
  summary: "Write the SQL of models, tests, analyses and snapshots, and run none of it.",
  options: [
    ...SELECTION_OPTIONS,
    INLINE,
    OUTPUT_FORMAT,
    FULL_REFRESH,
    EMPTY,
    INTROSPECT,
    {
      key: "injectEphemeralCtes",
      long: "--inject-ephemeral-ctes",
      negative: "--no-inject-ephemeral-ctes",
      value: { kind: "flag" },
      hidden: true,
      summary: "Put ephemeral models into the SQL.",
    },
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["compile --select orders", `compile --inline "select * from {{ ref('orders') }}"`],
  run: async (context) => (await import("../../commands/compile.ts")).compile(context),
};
