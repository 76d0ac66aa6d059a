import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { IndirectSelection } from "../config/selection-spec.ts";
import { readSelectorsFile } from "../config/selectors-file.ts";
import type { EngineError } from "../errors/engine-error.ts";
import { createEventBus } from "../events/event-bus.ts";
import { buildGraph } from "../graph/build-graph.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { selectNodes } from "./select-nodes.ts";
import type { SelectNodesOptions } from "./select-nodes.ts";

// A manifest and the answers of `dbt ls` (dbt-core 1.12.6), cut down to the fields that selection reads.
const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, "dbt-selections.json"), "utf8"),
) as { manifest: Manifest; selections: { args: string[]; ids: string[] }[] };
const { manifest } = recorded;
const graph = buildGraph(manifest);

const SELECTORS = `selectors:
  - name: nightly
    definition:
      union:
        - {method: tag, value: nightly, children: true, children_depth: 1}
        - exclude: [{method: resource_type, value: exposure}]
  - name: staging_only
    definition: {method: path, value: models/staging, indirect_selection: empty}
  - name: both
    definition:
      intersection:
        - {method: fqn, value: "stg_*"}
        - {method: config.meta.level, value: 3}
`;

const LISTED =
  "model snapshot seed test source exposure metric saved_query semantic_model unit_test function";

function select(options: Partial<SelectNodesOptions>, warnings: string[] = []): string[] {
  const events = createEventBus();
  events.listen((event) => warnings.push(event.message));
  const selected = selectNodes({
    manifest,
    graph,
    select: [],
    exclude: [],
    selector: undefined,
    selectors: selectorsOf(SELECTORS),
    indirectSelection: "eager",
    resourceTypes: new Set(LISTED.split(" ")),
    includeEmpty: true,
    events,
    startedAt: new Date(),
    ...options,
  });
  return [...selected];
}

function selectorsOf(yaml: string): SelectNodesOptions["selectors"] {
  const folder = mkdtempSync(join(tmpdir(), "selectors-"));
  writeFileSync(join(folder, "selectors.yml"), yaml);
  return readSelectorsFile(folder, (text) => text);
}

function failureOf(options: Partial<SelectNodesOptions>): EngineError {
  try {
    select(options);
  } catch (error) {
    return error as EngineError;
  }
  return expect.unreachable("it selects");
}

/** `--select a b --indirect-selection cautious` as options. */
function optionsOf(args: readonly string[]): Partial<SelectNodesOptions> {
  const value = (name: string): string | undefined => args[args.indexOf(name) + 1];
  const given = (name: string): string[] => (args.includes(name) ? [value(name) ?? ""] : []);
  const type = args.includes("--resource-type") ? value("--resource-type") : undefined;
  const types = type === undefined || type === "all" ? `${LISTED} analysis` : type;
  return {
    select: given("--select"),
    exclude: given("--exclude"),
    selector: given("--selector")[0],
    indirectSelection: (given("--indirect-selection")[0] ?? "eager") as IndirectSelection,
    ...(type === undefined ? {} : { resourceTypes: new Set(types.split(" ")) }),
  };
}

describe("dbt ls selects the same", () => {
  test.each(recorded.selections.map((one) => [one.args.join(" ") || "everything", one] as const))(
    "%s",
    (_, { args, ids }) => {
      expect(select(optionsOf(args))).toEqual(ids);
    },
  );
});

test("a node without a body is dropped where it would be run", () => {
  const options = { select: ["blank"], resourceTypes: new Set(["model"]) };
  expect(select(options)).toEqual(["model.shop.blank"]);
  expect(select({ ...options, includeEmpty: false })).toEqual([]);
});

test("a criterion that matches nothing warns with its text", () => {
  const warnings: string[] = [];
  select({ select: ["orders nothing,orders"] }, warnings);
  expect(warnings).toEqual([
    "The selection criterion 'nothing,orders' does not match any enabled nodes",
  ]);
});

test("a misspelt name gets the nearest one", () => {
  const warnings: string[] = [];
  select({ select: ["stg_oders"] }, warnings);
  expect(warnings[0]).toContain("Did you mean 'stg_orders'?");
});

test("an unknown method names the nearest one", () => {
  const error = failureOf({ select: ["tagg:nightly"] });
  expect(error).toMatchObject({ code: "SELECTOR_METHOD_UNKNOWN" });
  expect(error.hint).toContain('"tag:"');
});

test("a value that the method does not take is an error", () => {
  expect(failureOf({ select: ["resource_type:modle"] }).hint).toContain("resource_type:model");
  expect(failureOf({ select: ["version:newest"] }).code).toBe("SELECTOR_VALUE");
  expect(failureOf({ select: ["source:a.b.c.d"] }).code).toBe("SELECTOR_VALUE");
});

test("@ and a + behind exclude each other", () => {
  expect(failureOf({ select: ["@orders+"] }).code).toBe("SELECTOR_SYNTAX");
});

test("selectors that refer to each other in a circle are told", () => {
  const selectors = selectorsOf(
    "selectors:\n  - {name: a, definition: 'selector:b'}\n  - {name: b, definition: 'selector:a'}\n",
  );
  expect(failureOf({ select: ["selector:a"], selectors }).message).toContain("a --> b --> a");
});

test("an unknown selector names the nearest one", () => {
  expect(failureOf({ selector: "nightley" }).hint).toContain('"nightly"');
});

test("the default selector counts only where nothing else is said", () => {
  const selectors = selectorsOf("selectors:\n  - {name: a, default: true, definition: codes}\n");
  expect(select({ selectors, indirectSelection: "empty" })).toEqual(["seed.shop.codes"]);
  expect(select({ selectors, select: ["dim.v1"], indirectSelection: "empty" })).toEqual([
    "model.shop.dim.v1",
  ]);
});

test("a state method without a state is an error, other methods do not mind", () => {
  expect(failureOf({ select: ["state:modified"] }).code).toBe("STATE_MISSING");
  expect(failureOf({ select: ["result:error"], state: { folder: "s" } }).code).toBe(
    "STATE_MISSING",
  );
  expect(select({ select: ["codes"], state: { folder: "s" }, indirectSelection: "empty" })).toEqual(
    ["seed.shop.codes"],
  );
});
