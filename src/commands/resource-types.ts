import type { Flags } from "../config/flags.ts";

/** What a command can work on, and what it works on when nothing else is said. */
export interface ResourceTypes {
  readonly defaults: readonly string[];
  /** Where `--resource-type all` means more than the defaults. */
  readonly all?: readonly string[];
}

export const BUILD_TYPES: ResourceTypes = {
  defaults: [
    "model",
    "snapshot",
    "seed",
    "test",
    "unit_test",
    "saved_query",
    "exposure",
    "function",
  ],
};

export const TEST_TYPES: ResourceTypes = { defaults: ["test", "unit_test"] };

export const CLONE_TYPES: ResourceTypes = { defaults: ["model", "seed", "snapshot"] };

export const COMPILE_TYPES: ResourceTypes = {
  defaults: ["model", "test", "snapshot", "analysis", "operation", "seed", "function"],
};

const LIST_DEFAULTS = [
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

export const LIST_TYPES: ResourceTypes = {
  defaults: LIST_DEFAULTS,
  all: [...LIST_DEFAULTS, "analysis"],
};

/** Resource types after `--resource-type` and `--exclude-resource-type`. */
export function chosenTypes(flags: Flags, types: ResourceTypes): ReadonlySet<string> {
  const asked = flags.resourceTypes.flatMap((type) => {
    if (type === "all") return types.all ?? types.defaults;
    return type === "default" ? types.defaults : [type];
  });
  const included = flags.resourceTypes.length > 0 ? asked : types.defaults;
  return new Set(included.filter((type) => !flags.excludeResourceTypes.includes(type)));
}
