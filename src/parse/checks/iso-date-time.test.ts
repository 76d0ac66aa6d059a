import { expect, test } from "vitest";
import { isoDateTime } from "./iso-date-time.ts";

// Expected: str of datetime.fromisoformat(text).isoformat() in CPython 3.11.
test.each([
  ["2024-01-01", "2024-01-01T00:00:00"],
  ["20240101", "2024-01-01T00:00:00"],
  ["2024-01-01 10:20", "2024-01-01T10:20:00"],
  ["2024-01-01T10:20:30.5", "2024-01-01T10:20:30.500000"],
  ["2024-01-01T10:20:30.000", "2024-01-01T10:20:30"],
  ["2024-01-01T10:20:30Z", "2024-01-01T10:20:30+00:00"],
  ["2024-01-01T10:20:30+0530", "2024-01-01T10:20:30+05:30"],
])("%s is written as %s", (text, expected) => {
  expect(isoDateTime(text)).toBe(expected);
});

test.each(["soon", "2024-02-30", "2024-13-01", "2024-01-01T25:00"])("%s is no time", (text) => {
  expect(isoDateTime(text)).toBeUndefined();
});
