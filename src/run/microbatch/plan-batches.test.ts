import { expect, test } from "vitest";
import { batchLabel, ceilTime, stepTime, truncateTime } from "./batch-size.ts";
import { planBatches, type BatchPlan } from "./plan-batches.ts";

const PLAN: BatchPlan = {
  size: "day",
  window: undefined,
  startedAt: new Date("2024-01-03T10:00:00Z"),
  begin: new Date("2024-01-01T05:00:00Z"),
  lookback: undefined,
};

function planned(change: Partial<BatchPlan>): string[] {
  return planBatches({ ...PLAN, ...change }).map(({ start, end }) =>
    [start, end].map((time) => time.toISOString().slice(0, 16)).join(" "),
  );
}

test("a first run goes from the begin, cut to the batch size, to the end of the current batch", () => {
  expect(planned({})).toEqual([
    "2024-01-01T00:00 2024-01-02T00:00",
    "2024-01-02T00:00 2024-01-03T00:00",
    "2024-01-03T00:00 2024-01-04T00:00",
  ]);
});

test("a later run builds the current batch and the looked-back ones", () => {
  expect(planned({ lookback: 1 })).toEqual([
    "2024-01-02T00:00 2024-01-03T00:00",
    "2024-01-03T00:00 2024-01-04T00:00",
  ]);
  expect(planned({ lookback: 0 })).toEqual(["2024-01-03T00:00 2024-01-04T00:00"]);
});

test("a window is widened to whole batches", () => {
  const window = { start: new Date("2023-11-15T00:00:00Z"), end: new Date("2024-01-02T00:00:00Z") };
  expect(planned({ window, size: "month" })).toEqual([
    "2023-11-01T00:00 2023-12-01T00:00",
    "2023-12-01T00:00 2024-01-01T00:00",
    "2024-01-01T00:00 2024-02-01T00:00",
  ]);
});

// The examples of dbt's own MicrobatchBuilder.
const TIME = new Date("2024-09-17T16:06:00Z");

test.each([
  ["hour", "2024-09-17T16:00", "2024-09-17T15:00", "2024-09-17T17:00", "2024-09-17T16"],
  ["day", "2024-09-17T00:00", "2024-09-16T00:00", "2024-09-18T00:00", "2024-09-17"],
  ["month", "2024-09-01T00:00", "2024-08-01T00:00", "2024-10-01T00:00", "2024-09"],
  ["year", "2024-01-01T00:00", "2023-01-01T00:00", "2025-01-01T00:00", "2024"],
] as const)(
  "a batch of one %s has its starts and its label",
  (size, start, before, after, label) => {
    const text = (time: Date): string => time.toISOString().slice(0, 16);
    expect(text(truncateTime(TIME, size))).toBe(start);
    expect(text(stepTime(TIME, size, -1))).toBe(before);
    expect(text(stepTime(TIME, size, 1))).toBe(after);
    expect(text(ceilTime(TIME, size))).toBe(after);
    expect(ceilTime(truncateTime(TIME, size), size)).toEqual(truncateTime(TIME, size));
    expect(batchLabel(TIME, size)).toBe(label);
  },
);
