import { expect, test } from "vitest";
import { graphOf } from "../../graph/graph.ts";
import { runLanes } from "./run-lanes.ts";
import { createSchedule } from "./schedule.ts";

const diamond = graphOf(
  ["a", "b", "c", "d"],
  [
    ["a", "b"],
    ["a", "c"],
    ["b", "d"],
    ["c", "d"],
  ],
);
const all = new Set(["a", "b", "c", "d"]);

test("two lanes work side by side and never start a child before its parents end", async () => {
  const log: string[] = [];
  await runLanes(createSchedule(diamond, all), {
    lanes: 2,
    isStopped: () => false,
    work: async (id) => {
      log.push(`+${id}`);
      await new Promise((resolve) => setTimeout(resolve, id === "b" ? 20 : 5));
      log.push(`-${id}`);
    },
  });
  expect(log).toEqual(["+a", "-a", "+b", "+c", "-c", "-b", "+d", "-d"]);
});

test("a stop lets running nodes end and starts no other", async () => {
  const done: string[] = [];
  await runLanes(createSchedule(diamond, all), {
    lanes: 2,
    isStopped: () => done.includes("a"),
    work: (id) => Promise.resolve(void done.push(id)),
  });
  expect(done).toEqual(["a"]);
});

test("an unexpected failure ends all lanes", async () => {
  const run = runLanes(createSchedule(diamond, all), {
    lanes: 4,
    isStopped: () => false,
    work: () => Promise.reject(new RangeError("boom")),
  });
  await expect(run).rejects.toThrow("boom");
});
