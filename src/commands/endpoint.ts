import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { endpointStarted } from "../events/session-events.ts";
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
  const port = Number(command.port ?? 0);
  const warehouse = resolve(context.cwd, optionText(command.warehouse) ?? "glue-endpoint");
  if (command.interpreter !== "pyspark") {
    const { startEmbeddedEndpoint } = await import("../glue-endpoint/start-embedded-endpoint.ts");
    return startEmbeddedEndpoint({
      port,
      warehouse: `${warehouse}.duckdb`,
      buckets: `${warehouse}-buckets`,
    });
  }
  const { startPySparkEndpoint } = await import("../glue-endpoint/start-pyspark-endpoint.ts");
  return startPySparkEndpoint({
    port,
    warehouse,
    python: optionText(command.python) ?? "python3",
    program: context.asset("assets/glue-repl.py"),
    jars: jarsIn(optionText(command.jars)),
    env: context.env,
  });
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
