import type { Flags } from "../config/flags.ts";

const EXECUTABLE = [
  "model",
  "test",
  "snapshot",
  "analysis",
  "operation",
  "seed",
  "sql_operation",
  "function",
];
const BUILDABLE = [
  "model",
  "snapshot",
  "seed",
  "test",
  "unit_test",
  "saved_query",
  "exposure",
  "function",
];
const LISTED = [
  "model",
  "snapshot",
  "seed",
  "test",
  "source",
  "exposure",
  "metric",
  "saved_query",
  "semantic_model",
  "unit_test",
  "function",
];

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  build: BUILDABLE,
  list: LISTED,
  run: ["model"],
  test: ["test", "unit_test"],
  seed: ["seed"],
  snapshot: ["snapshot"],
  freshness: ["source"],
  clone: ["model", "seed", "snapshot"],
};

/**
 * What a command works on: its own kinds, or those of `--resource-type`, without those of
 * `--exclude-resource-type`. `list --models` lists models only.
 */
export function commandResourceTypes(
  flags: Pick<Flags, "which" | "models" | "resourceTypes" | "excludeResourceTypes">,
): ReadonlySet<string> {
  if (flags.which === "list" && flags.models.length > 0) return new Set(["model"]);
  const defaults = DEFAULTS[flags.which] ?? EXECUTABLE;
  const all = flags.which === "list" ? [...LISTED, "analysis"] : defaults;
  const asked = flags.resourceTypes.length > 0 ? flags.resourceTypes : ["default"];
  const included = asked.flatMap((type) =>
    type === "all" ? all : type === "default" ? defaults : [type],
  );
  const excluded = flags.excludeResourceTypes;
  return new Set(included.filter((type) => !excluded.includes(type)));
}
