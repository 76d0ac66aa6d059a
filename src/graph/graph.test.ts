import { expect, test } from "vitest";
import type { Manifest } from "../manifest/manifest.ts";
import { addTestEdges } from "./add-test-edges.ts";
import { findCycle } from "./find-cycle.ts";
import { graphOf, parentsOf } from "./graph.ts";
import type { Edge, Graph } from "./graph.ts";
import { ancestorsOf, descendantsOf } from "./relatives.ts";
import { subsetGraph } from "./subset-graph.ts";

/** `a>b b>c`: b depends on a, c on b. */
function graph(text: string): Graph {
  const edges = text.split(" ").map((edge) => edge.split(">") as unknown as Edge);
  return graphOf(new Set(edges.flat()), edges);
}

/** A manifest of models, and of tests by what they depend on. */
function manifestOf(models: string, tests: Record<string, string[]>): Manifest {
  const nodes: Record<string, unknown> = {};
  for (const id of models.split(" ")) nodes[id] = { unique_id: id, resource_type: "model" };
  for (const [id, parents] of Object.entries(tests)) {
    const depends_on = { nodes: parents, macros: [] };
    nodes[id] = { unique_id: id, resource_type: "test", depends_on };
  }
  return { nodes } as unknown as Manifest;
}

test("ancestors and descendants go as many steps as asked", () => {
  const chain = graph("a>b b>c c>d");
  expect([...ancestorsOf(chain, ["d"])]).toEqual(["c", "b", "a"]);
  expect([...ancestorsOf(chain, ["d"], 2)]).toEqual(["c", "b"]);
  expect([...descendantsOf(chain, ["a"], 1)]).toEqual(["b"]);
  expect([...descendantsOf(chain, ["a"], 0)]).toEqual([]);
});

test("a circle is found and told in the order of its edges", () => {
  expect(findCycle(graph("a>b b>c c>d"))).toBeUndefined();
  expect(findCycle(graph("a>b b>c c>d d>b"))).toEqual(["b", "c", "d"]);
  expect(findCycle(graph("a>a"))).toEqual(["a"]);
});

test("a long chain needs no deep stack", () => {
  const edges = Array.from({ length: 50_000 }, (_, index): Edge => [`${index}`, `${index + 1}`]);
  expect(findCycle(graphOf(new Set(edges.flat()), edges))).toBeUndefined();
});

test("nodes that were left out pass their order on", () => {
  const subset = subsetGraph(graph("a>b b>c c>d a>d"), new Set(["a", "d"]));
  expect([...parentsOf(subset, "d")]).toEqual(["a"]);
  expect(subset.parents.size).toBe(2);
});

test("what is downstream of a model waits for its tests", () => {
  const manifest = manifestOf("a b c", { t: ["a"] });
  const extended = addTestEdges(graph("a>b b>c a>t"), manifest);
  expect([...parentsOf(extended, "b")]).toEqual(["a", "t"]);
  expect([...parentsOf(extended, "t")]).toEqual(["a"]);
});

test("a test of several models holds up only what is downstream of all of them", () => {
  const manifest = manifestOf("a b x y z", { t: ["a", "b"] });
  const extended = addTestEdges(graph("a>x b>y x>z y>z a>t b>t"), manifest);
  expect(parentsOf(extended, "x").has("t")).toBe(false);
  expect(parentsOf(extended, "y").has("t")).toBe(false);
  expect(parentsOf(extended, "z").has("t")).toBe(true);
});

test("tests do not wait for each other", () => {
  const manifest = manifestOf("a b", { t: ["a"], u: ["a"] });
  const extended = addTestEdges(graph("a>b a>t a>u"), manifest);
  expect([...parentsOf(extended, "u")]).toEqual(["a"]);
});
