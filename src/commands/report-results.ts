import type { EventBus } from "../events/event-bus.ts";
import {
  blankLine,
  checkNodeTestFailure,
  endOfRunSummary,
  runResultError,
  runResultFailure,
  runResultWarning,
  runResultWarningMessage,
  sqlCompiledPath,
  statsLine,
} from "../events/run-events.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { RunResult } from "../manifest/run-result.ts";

export interface Report {
  readonly results: readonly RunResult[];
  /** With the compiled nodes in it. */
  readonly manifest: Manifest;
  readonly interrupted: boolean;
}

/** The end of a run: how it went, every failure and warning once more, the counts. */
export function reportResults(events: EventBus, report: Report): void {
  const { results } = report;
  const errors = results.filter(countsAsError);
  const warnings = results.filter((result) => result.status === "warn");
  const partial = results.filter((result) => result.status === "partial success");
  events.emit(blankLine());
  events.emit(
    endOfRunSummary({
      errors: errors.length,
      warnings: warnings.length,
      partialSuccesses: partial.length,
      interrupted: report.interrupted,
    }),
  );
  for (const result of errors) reportFailure(events, result, report.manifest);
  for (const result of warnings) reportWarning(events, result, report.manifest);
  events.emit(blankLine());
  events.emit(statsLine(countStatuses(results)));
}

/** dbt's rule for exit code 0: nothing failed, nothing was skipped but exposures. */
export function isSuccessful(results: readonly RunResult[]): boolean {
  const bad = new Set(["runtime error", "error", "fail", "partial success"]);
  return !results.some(
    (result) =>
      bad.has(result.status) ||
      (result.status === "skipped" && !result.unique_id.startsWith("exposure.")),
  );
}

function countsAsError(result: RunResult): boolean {
  if (["runtime error", "error", "fail"].includes(result.status)) return true;
  // A skip with a message has a cause upstream that is worth telling.
  const hasCause = result.status === "skipped" && (result.message ?? "") !== "";
  return hasCause && !result.unique_id.startsWith("exposure.");
}

function reportFailure(events: EventBus, result: RunResult, manifest: Manifest): void {
  if (result.status === "skipped") return;
  const node = manifest.nodes[result.unique_id];
  events.emit(blankLine());
  events.emit(runResultFailure(headOf(result, manifest)));
  events.emit(runResultError(result.message ?? `Status: ${result.status}`));
  if (node) reportFiles(events, node);
}

function reportWarning(events: EventBus, result: RunResult, manifest: Manifest): void {
  const node = manifest.nodes[result.unique_id];
  events.emit(blankLine());
  events.emit(runResultWarning(headOf(result, manifest)));
  events.emit(runResultWarningMessage(result.message ?? `Status: ${result.status}`));
  if (node) reportFiles(events, node);
}

function reportFiles(events: EventBus, node: ManifestNode): void {
  if (node.resource_type === "seed") return;
  if (node.compiled_path !== null) {
    events.emit(blankLine());
    events.emit(sqlCompiledPath(node.compiled_path));
  }
  const { store_failures: stores, store_failures_as: storesAs } = node.config;
  const keepsRows = storesAs ? storesAs !== "ephemeral" : stores === true;
  if (node.resource_type === "test" && keepsRows && node.relation_name !== null) {
    events.emit(blankLine());
    events.emit(checkNodeTestFailure(node.relation_name));
  }
}

function headOf(
  result: RunResult,
  manifest: Manifest,
): { resourceType: string; name: string; path: string } {
  const resource =
    manifest.nodes[result.unique_id] ??
    manifest.unit_tests[result.unique_id] ??
    manifest.sources[result.unique_id] ??
    manifest.macros[result.unique_id];
  const [type = "node"] = result.unique_id.split(".");
  return {
    resourceType: resource?.resource_type ?? type,
    name: resource?.name ?? result.unique_id,
    path: resource?.original_file_path ?? "",
  };
}

function countStatuses(results: readonly RunResult[]): Parameters<typeof statsLine>[0] {
  const count = (...statuses: readonly string[]): number =>
    results.filter((result) => statuses.includes(result.status)).length;
  return {
    pass: count("pass", "success"),
    warn: count("warn"),
    error: count("error", "fail", "partial success", "runtime error"),
    skip: count("skipped"),
    noop: count("no-op"),
    reused: count("reused"),
    total: results.length,
  };
}
