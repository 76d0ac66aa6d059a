import { expect, test } from "vitest";
import { graphOf as makeGraph, type Graph } from "../../graph/graph.ts";
import { createSchedule } from "./schedule.ts";

type Edge = readonly [string, string];

function graphOf(edges: readonly Edge[]): Graph {
  return makeGraph(new Set(edges.flat()), edges);
}

function drain(edges: readonly Edge[], selected: readonly string[]): string[] {
  const schedule = createSchedule(graphOf(edges), new Set(selected));
  const order: string[] = [];
  for (let id = schedule.take(); id !== undefined; id = schedule.take()) {
    order.push(id);
    schedule.finish(id);
  }
  expect(schedule.left).toBe(0);
  return order;
}

test("parents come before children, levels before names", () => {
  const edges = [
    ["z", "a"],
    ["y", "b"],
    ["a", "c"],
  ] as const;
  expect(drain(edges, ["a", "b", "c", "y", "z"])).toEqual(["y", "z", "a", "b", "c"]);
});

test("a child waits for all its parents", () => {
  const edges = [
    ["a", "c"],
    ["b", "c"],
  ] as const;
  const schedule = createSchedule(graphOf(edges), new Set(["a", "b", "c"]));
  expect([schedule.take(), schedule.take(), schedule.take()]).toEqual(["a", "b", undefined]);
  schedule.finish("a");
  expect(schedule.take()).toBeUndefined();
  schedule.finish("b");
  expect(schedule.take()).toBe("c");
});

test("nodes that are not selected let the order through", () => {
  const edges = [
    ["a", "b"],
    ["b", "c"],
  ] as const;
  const schedule = createSchedule(graphOf(edges), new Set(["a", "c"]));
  expect([schedule.take(), schedule.take()]).toEqual(["a", undefined]);
  schedule.finish("a");
  expect(schedule.take()).toBe("c");
});

test("levels are counted in the selection alone", () => {
  const edges = [
    ["s", "t"],
    ["t", "u"],
    ["u", "z"],
    ["b", "c"],
  ] as const;
  expect(drain(edges, ["z", "b", "c"])).toEqual(["b", "z", "c"]);
});
