import { expect, test } from "vitest";
import { mergeFreshness, readFreshness, UNSAID_FRESHNESS } from "./freshness.ts";

const HOURS_12 = { count: 12, period: "hour" } as const;
const DAY = { count: 1, period: "day" } as const;
const NONE = { count: null, period: null };

test("a table's threshold replaces the source's, the other one stays", () => {
  const source = readFreshness({ warn_after: HOURS_12, error_after: DAY, filter: "d > 1" });
  const table = readFreshness({ warn_after: DAY });
  expect(mergeFreshness([source, UNSAID_FRESHNESS, table])).toEqual({
    warn_after: DAY,
    error_after: DAY,
    filter: "d > 1",
  });
});

test("null switches freshness off, and a single threshold off", () => {
  const source = readFreshness({ warn_after: HOURS_12, error_after: DAY });
  expect(mergeFreshness([source, readFreshness(null)])).toBeNull();
  expect(mergeFreshness([source, readFreshness({ error_after: null })])).toEqual({
    warn_after: HOURS_12,
    error_after: null,
    filter: null,
  });
});

test("below a null only real thresholds count", () => {
  expect(mergeFreshness([null, UNSAID_FRESHNESS])).toBeNull();
  expect(mergeFreshness([null, readFreshness({ error_after: DAY })])).toEqual({
    warn_after: NONE,
    error_after: DAY,
    filter: null,
  });
});

test("a period that dbt does not know is an error", () => {
  expect(() => readFreshness({ warn_after: { count: 1, period: "week" } })).toThrow(
    /minute, hour or day/,
  );
});
