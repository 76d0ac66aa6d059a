import { readCommandYaml } from "../config/read-command-yaml.ts";
import { optionMissing, optionsExclusive } from "../errors/command-errors.ts";
import { runningOperationError } from "../events/main-events.ts";
import { runOperation as callMacro, type OperationRequest } from "../run/run-operation.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { readProject } from "./read-project.ts";
import { isSuccessful } from "./report-results.ts";
import { writeRunResults } from "./run-nodes.ts";
import { withEngine } from "./with-engine.ts";
import { writeManifestFiles } from "./write-manifest-files.ts";

/** `run-operation`: calls one macro, or runs one statement. */
export async function runOperation(context: CommandContext): Promise<CommandOutcome> {
  const request = readRequest(context);
  const { runtime, manifest } = readProject(context);
  writeManifestFiles(context, runtime, manifest);
  const outcome = await withEngine(context, { runtime, manifest }, new Set(), (invocation) =>
    callMacro(invocation, request),
  );
  for (const { message, status } of outcome.results) {
    if (status === "error") context.events.emit(runningOperationError(message ?? ""));
  }
  writeRunResults(context, runtime, outcome);
  return { success: isSuccessful(outcome.results), results: outcome.results };
}

function readRequest({ flags }: CommandContext): OperationRequest {
  const { macro, sql, args } = flags.command;
  if (typeof sql === "string") {
    if (macro !== undefined) throw optionsExclusive("MACRO", "--sql");
    if (args !== undefined) throw optionsExclusive("--args", "--sql");
    return { kind: "sql", sql };
  }
  if (typeof macro !== "string") throw optionMissing("run-operation", "a macro's name, or --sql");
  return { kind: "macro", macro, args: readCommandYaml("--args", args ?? {}) };
}
