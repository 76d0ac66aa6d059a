import type { CommandDefinition } from "../command-definition.ts";
import { ENGINE_OPTIONS } from "../options/project-options.ts";
import { SQLPARSE, STORE_FAILURES } from "../options/run-options.ts";
import { RESOURCE_TYPE_OPTIONS, SELECTION_OPTIONS } from "../options/selection-options.ts";

export const test: CommandDefinition = {
  name: "test",
  summary: "Run the tests on what is already built.",
  options: [
    ...SELECTION_OPTIONS,
    ...RESOURCE_TYPE_OPTIONS,
    STORE_FAILURES,
    ...ENGINE_OPTIONS,
    SQLPARSE,
  ],
  examples: ["test", "test --select orders", "test --store-failures"],
  run: async (context) => (await import("../../commands/test.ts")).test(context),
};
