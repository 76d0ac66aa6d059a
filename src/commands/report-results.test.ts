import { describe, expect, it } from "vitest";
import { createEventBus } from "../events/event-bus.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { RunResult, RunStatus } from "../manifest/run-result.ts";
import { isSuccessful, reportResults } from "./report-results.ts";

const emptyManifest: Manifest = {
  projectName: "shop",
  nodes: {},
  sources: {},
  macros: {},
  docs: {},
  exposures: {},
  groups: {},
  unit_tests: {},
  metrics: {},
  semantic_models: {},
  saved_queries: {},
  disabled: {},
  selectors: {},
  functions: {},
  env: {},
};

function result(id: string, status: RunStatus, message: string | null = null): RunResult {
  return {
    status,
    timing: [],
    thread_id: "Thread-1 (worker)",
    execution_time: 0,
    adapter_response: {},
    message,
    failures: null,
    unique_id: id,
    compiled: null,
    compiled_code: null,
    relation_name: null,
    batch_results: null,
  };
}

function linesOf(results: readonly RunResult[], interrupted = false): readonly string[] {
  const lines: string[] = [];
  const events = createEventBus();
  events.listen((event) => lines.push(event.message));
  reportResults(events, { results, manifest: emptyManifest, interrupted });
  return lines;
}

describe("the end of a run", () => {
  it("says that all is well, and counts", () => {
    expect(linesOf([result("model.shop.a", "success"), result("test.shop.t", "pass")])).toEqual([
      "",
      "Completed successfully",
      "",
      "Done. PASS=2 WARN=0 ERROR=0 SKIP=0 NO-OP=0 REUSED=0 TOTAL=2",
    ]);
  });

  it("repeats failures, then warnings", () => {
    const lines = linesOf([
      result("test.shop.w", "warn", "Got 1 result, configured to warn if != 0"),
      result("model.shop.a", "error", "No such table."),
      result("model.shop.b", "skipped"),
    ]);
    expect(lines).toEqual([
      "",
      "Completed with 1 error, 0 partial successes, and 1 warning:",
      "",
      "[ERROR]: in model model.shop.a ()",
      "  No such table.",
      "",
      "[WARNING]: in test test.shop.w ()",
      "[WARNING]: Got 1 result, configured to warn if != 0",
      "",
      "Done. PASS=0 WARN=1 ERROR=1 SKIP=1 NO-OP=0 REUSED=0 TOTAL=3",
    ]);
  });

  it("says that it was interrupted", () => {
    expect(linesOf([], true)).toContain("Exited because of keyboard interrupt");
  });
});

describe("success", () => {
  it("allows warnings and skipped exposures", () => {
    expect(
      isSuccessful([result("test.shop.w", "warn"), result("exposure.shop.e", "skipped")]),
    ).toBe(true);
  });

  it("allows no error, failure, partial success or skipped node", () => {
    for (const status of ["error", "fail", "partial success", "skipped"] as const) {
      expect(isSuccessful([result("model.shop.a", status)])).toBe(false);
    }
  });
});
