import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { endpointStarted } from "../events/session-events.ts";
import type { Latency, PlannedFault } from "../glue-endpoint/fault-injector.ts";
import { readFault } from "../glue-endpoint/read-fault.ts";
import type { GlueEndpoint } from "../glue-endpoint/start-glue-endpoint.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `endpoint`: serves the Glue API on this machine until Ctrl-C. */
export async function endpoint(context: CommandContext): Promise<CommandOutcome> {
  const opened = await openEndpoint(context);
  try {
    context.events.emit(endpointStarted(opened.url));
    await untilStopped(context.signal);
  } finally {
    await opened.close();
  }
  return { success: true };
}

async function openEndpoint(context: CommandContext): Promise<GlueEndpoint> {
  const { command } = context.flags;
  const warehouse = resolve(context.cwd, optionText(command.warehouse) ?? "glue-endpoint");
  const common = { port: Number(command.port ?? 0), ...troubles(command) };
  if (command.interpreter !== "pyspark") {
    const { startEmbeddedEndpoint } = await import("../glue-endpoint/start-embedded-endpoint.ts");
    return startEmbeddedEndpoint({
      ...common,
      warehouse: `${warehouse}.duckdb`,
      buckets: `${warehouse}-buckets`,
    });
  }
  const { startPySparkEndpoint } = await import("../glue-endpoint/start-pyspark-endpoint.ts");
  return startPySparkEndpoint({
    ...common,
    warehouse,
    python: optionText(command.python) ?? "python3",
    program: context.asset("assets/glue-repl.py"),
    jars: jarsIn(optionText(command.jars)),
    env: context.env,
  });
}

/** Delays and faults that were asked for. */
function troubles(command: CommandContext["flags"]["command"]): {
  readonly latency: Latency;
  readonly faults: readonly PlannedFault[];
} {
  const faults = Array.isArray(command.fault) ? command.fault : [];
  return {
    latency: {
      perCall: Number(command.call_latency ?? 0),
      perStatement: Number(command.statement_latency ?? 0),
      sessionStart: Number(command.session_latency ?? 0),
    },
    faults: faults.map((text) => readFault(String(text))),
  };
}

function optionText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function jarsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jar"))
    .sort()
    .map((name) => join(folder, name));
}

function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else
      signal.addEventListener(
        "abort",
        () => {
          done();
        },
        { once: true },
      );
  });
}
