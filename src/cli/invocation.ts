import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CommandContext, CommandOutcome } from "../commands/command-context.ts";
import { secretValues } from "../config/environment.ts";
import type { Flags } from "../config/flags.ts";
import { loadFlags } from "../config/load-flags.ts";
import type { LoadedFlags } from "../config/load-flags.ts";
import { bug } from "../errors/bug.ts";
import { EngineError } from "../errors/engine-error.ts";
import { renderError } from "../errors/render-error.ts";
import { countDeprecations } from "../events/count-deprecations.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import { createEventBus, type EventBus } from "../events/event-bus.ts";
import {
  commandCompleted,
  mainEncounteredError,
  mainReportVersion,
  mainStackTrace,
} from "../events/main-events.ts";
import { DBT_VERSION } from "../util/versions.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { commandLineDeprecations } from "./command-line-deprecations.ts";
import type { Host } from "./host.ts";
import { renderVersion } from "./render-version.ts";
import { findAsset } from "./find-asset.ts";
import { openAdapter } from "./open-adapter.ts";
import { attachRenderers } from "./output/attach-renderers.ts";
import { secretScrubber } from "../util/scrub-secrets.ts";
import { parseCommandLine, type Options } from "./parse-command-line.ts";

export interface InvocationResult {
  readonly success: boolean;
  /** 0 success, 1 something in the run failed, 2 the command could not do its work. */
  readonly exitCode: 0 | 1 | 2;
  readonly results?: unknown;
  /** Why the command could not do its work. */
  readonly exception?: Error;
}

/** Runs one command line. Never rejects: what went wrong is in the result, and was printed. */
export async function runInvocation(
  argv: readonly string[],
  host: Host,
): Promise<InvocationResult> {
  const request = parseCommandLine(argv);
  switch (request.kind) {
    case "version":
      host.stdout.write(renderVersion());
      return { success: true, exitCode: 0 };
    case "help":
      host.stdout.write(`${request.text.trimEnd()}\n`);
      return { success: request.asked, exitCode: request.asked ? 0 : 2 };
    case "usage": {
      const exception = new EngineError({ code: "USAGE", message: request.message });
      return refuse(exception, host);
    }
    case "command":
      return runCommand(request.definition, request.options, { argv, host });
  }
}

interface Invoked {
  readonly argv: readonly string[];
  readonly host: Host;
}

async function runCommand(
  definition: CommandDefinition,
  options: Options,
  { argv, host }: Invoked,
): Promise<InvocationResult> {
  const commandLine = {
    which: definition.which ?? definition.name,
    invocationCommand: ["dbt", ...argv].join(" "),
    options,
  };
  let loaded: LoadedFlags;
  try {
    loaded = loadFlags(commandLine, host);
  } catch (error) {
    return refuse(asEngineError(error), host);
  }
  const { env, notices } = loaded;
  const flags = definition.printsOnly ? { ...loaded.flags, quiet: true } : loaded.flags;
  const invocationId = randomUUID();
  const bus = createEventBus(flags);
  const { events, summarize } = countDeprecations(bus, flags.command.showAllDeprecations === true);
  const endRendering = await attachRenderers(bus, {
    flags,
    host,
    invocationId,
    scrub: secretScrubber(secretValues(env)),
    colorsAsked: options.useColors === true,
    logFolder: logFolder(flags),
  });
  const context: CommandContext = {
    flags,
    env,
    cwd: host.cwd,
    home: host.home,
    invocationId,
    startedAt: host.now(),
    now: host.now,
    events,
    signal: host.signal,
    openAdapter: (runtime, fileFormats) =>
      openAdapter(runtime, { events, fileFormats, invocationId, host }),
    asset: findAsset,
    ask: host.ask,
  };
  try {
    return await runInContext({ definition, argv, notices, summarize }, context);
  } finally {
    endRendering();
  }
}

interface Work {
  readonly definition: CommandDefinition;
  readonly argv: readonly string[];
  /** What was noticed while there was nobody to tell. */
  readonly notices: readonly EngineEvent[];
  /** Says which deprecations there were. */
  readonly summarize: () => void;
}

async function runInContext(
  { definition, argv, notices, summarize }: Work,
  context: CommandContext,
): Promise<InvocationResult> {
  const { events, now, startedAt } = context;
  const complete = (success: boolean): void => {
    const seconds = (now().getTime() - startedAt.getTime()) / 1000;
    events.emit(commandCompleted(`dbt ${definition.name}`, success, seconds));
  };
  try {
    events.emit(mainReportVersion(DBT_VERSION));
    const early = [...notices, ...commandLineDeprecations(argv, context.env)];
    for (const event of early) events.emit(event);
    const outcome: CommandOutcome = await definition.run(context);
    summarize();
    complete(outcome.success);
    return { ...outcome, exitCode: outcome.success ? 0 : 1 };
  } catch (error) {
    const exception = asEngineError(error);
    reportError(exception, events);
    complete(false);
    return { success: false, exitCode: 2, exception };
  }
}

function reportError(error: EngineError, events: EventBus): void {
  events.emit(mainEncounteredError(renderError(error), error.code));
  const origin = error.cause instanceof Error ? error.cause : error;
  if (origin.stack !== undefined) events.emit(mainStackTrace(origin.stack));
}

/** What is wrong before there are flags to print it with. */
function refuse(exception: EngineError, host: Host): InvocationResult {
  const hint = exception.code === "USAGE" ? `\n  Hint: dbt-glue --help lists the commands.` : "";
  host.stderr.write(`${renderError(exception)}${hint}\n`);
  return { success: false, exitCode: 2, exception };
}

function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  return bug(error instanceof Error ? error.message : String(error), error);
}

/** Where dbt.log goes; nowhere when there is no project, so that no folder is littered. */
function logFolder(flags: Flags): string | undefined {
  if (flags.logPath !== undefined) return flags.logPath;
  if (!existsSync(join(flags.projectDir, "dbt_project.yml"))) return undefined;
  return join(flags.projectDir, "logs");
}
