import { expect, it } from "vitest";
import { createStatementPace } from "./statement-pace.ts";

it("knows the shortest of the latest statements", () => {
  const pace = createStatementPace();
  expect(pace.shortest).toBe(0);
  for (const ms of [500, 320, 900]) pace.note(ms);
  expect(pace.shortest).toBe(320);
});

it("forgets what was long ago", () => {
  const pace = createStatementPace();
  for (const ms of [20, ...Array<number>(8).fill(300)]) pace.note(ms);
  expect(pace.shortest).toBe(300);
});
