import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import {
  FULL_REFRESH,
  INLINE,
  INTROSPECT,
  LIMIT,
  OUTPUT_FORMAT,
  SQLPARSE,
} from "../options/run-options.ts";
import { SELECTION_OPTIONS } from "../options/selection-options.ts";

export const show: CommandDefinition = {
  name: "show",
  summary: "Show the first rows of a node or of a query.",
  options: [
    ...SELECTION_OPTIONS,
    INLINE,
    {
      key: "inlineDirect",
      long: "--inline-direct",
      value: { kind: "text", placeholder: "SQL" },
      hidden: true,
      summary: "A query without Jinja; the project is not read.",
    },
    LIMIT,
    OUTPUT_FORMAT,
    FULL_REFRESH,
    INTROSPECT,
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: [
    "show --select orders --limit 10",
    `show --inline "select count(*) from {{ ref('orders') }}"`,
  ],
  run: async (context) => (await import("../../commands/show.ts")).show(context),
};
