import type { ConfigDict, ConfigKind } from "./config-fields.ts";

const AS_OF: ReadonlyMap<unknown, string | null> = new Map<unknown, string | null>([
  [true, "table"],
  [false, "ephemeral"],
  [null, null],
]);

/**
 * Settles settings that depend on each other: a data test's `store_failures_as` decides
 * `store_failures`, whichever level either came from; alone, `store_failures` decides it.
 */
export function finalizeConfig(kind: ConfigKind, config: ConfigDict): ConfigDict {
  if (kind !== "test") return config;
  const as = config.store_failures_as;
  if (as === null)
    return { ...config, store_failures_as: AS_OF.get(config.store_failures) ?? null };
  // A word that is none of dbt's is reported by the test materialization, so that goes ahead.
  return { ...config, store_failures: as !== "ephemeral" };
}
