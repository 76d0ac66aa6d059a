import { isMapping } from "../yaml/typed-readers.ts";
import type { FreshnessThreshold, FreshnessTime } from "../manifest/source-node.ts";
import { freshnessExpected } from "../errors/parse-errors.ts";

/** What one level of a source says about freshness: thresholds, `null` to switch it off. */
export type FreshnessLevel = FreshnessThreshold | null;

const NO_TIME: FreshnessTime = { count: null, period: null };

/** A level that says nothing, which is not the same as `freshness: null`. */
export const UNSAID_FRESHNESS: FreshnessThreshold = {
  warn_after: NO_TIME,
  error_after: NO_TIME,
  filter: null,
};

const PERIODS = ["minute", "hour", "day"] as const;

/** Reads one level; `undefined` (no such key) says nothing. */
export function readFreshness(value: unknown): FreshnessLevel {
  if (value === undefined) return UNSAID_FRESHNESS;
  if (value === null) return null;
  if (!isMapping(value)) throw freshnessExpected(value);
  const filter = value.filter ?? null;
  if (filter !== null && typeof filter !== "string") throw freshnessExpected(value);
  return {
    warn_after: readTime(value.warn_after),
    error_after: readTime(value.error_after),
    filter,
  };
}

/**
 * Source, source's config, table and table's config, nearer ones over farther ones, field by field.
 * A `null` switches off what is above it; thresholds below it count on their own.
 */
export function mergeFreshness(levels: readonly FreshnessLevel[]): FreshnessLevel {
  return levels.slice(1).reduce<FreshnessLevel>(mergePair, levels[0] ?? null);
}

function mergePair(base: FreshnessLevel, update: FreshnessLevel): FreshnessLevel {
  if (base !== null && update !== null) {
    return {
      warn_after: mergeTime(base.warn_after, update.warn_after),
      error_after: mergeTime(base.error_after, update.error_after),
      filter: update.filter ?? base.filter,
    };
  }
  return base === null && update !== null && hasThreshold(update) ? update : null;
}

export function hasThreshold(freshness: FreshnessThreshold): boolean {
  return isTime(freshness.warn_after) || isTime(freshness.error_after);
}

function isTime(time: FreshnessTime | null): boolean {
  return time?.count != null && time.period !== null;
}

/** An explicit `null` threshold stays null: it removes the outer one. */
function mergeTime(base: FreshnessTime | null, update: FreshnessTime | null): FreshnessTime | null {
  if (update === null) return null;
  if (isTime(base) && isTime(update)) return update;
  return isTime(update) ? update : base;
}

function readTime(value: unknown): FreshnessTime | null {
  if (value === undefined) return NO_TIME;
  if (value === null) return null;
  if (!isMapping(value)) throw freshnessExpected(value);
  const { count = null, period = null } = value;
  const known = PERIODS.find((each) => each === period) ?? null;
  if (count !== null && typeof count !== "number") throw freshnessExpected(value);
  if (period !== null && known === null) throw freshnessExpected(value);
  return { count, period: known };
}
