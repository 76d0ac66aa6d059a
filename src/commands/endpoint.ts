import { resolve } from "node:path";
import { endpointStarted } from "../events/session-events.ts";
import type { Latency, PlannedFault } from "../glue-endpoint/fault-injector.ts";
import { openEndpoint } from "../glue-endpoint/open-endpoint.ts";
import { readFault } from "../glue-endpoint/read-fault.ts";
import type { GlueEndpoint } from "../glue-endpoint/start-glue-endpoint.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `endpoint`: serves the Glue API on this machine until Ctrl-C. */
export async function endpoint(context: CommandContext): Promise<CommandOutcome> {
  const opened = await open(context);
  try {
    context.events.emit(endpointStarted(opened.url));
    await untilStopped(context.signal);
  } finally {
    await opened.close();
  }
  return { success: true };
}

function open(context: CommandContext): Promise<GlueEndpoint> {
  const { command } = context.flags;
  return openEndpoint({
    interpreter: command.interpreter === "pyspark" ? "pyspark" : "embedded",
    warehouse: resolve(context.cwd, optionText(command.warehouse) ?? "glue-endpoint"),
    port: Number(command.port ?? 0),
    python: optionText(command.python),
    program: context.asset("assets/glue-repl.py"),
    jars: optionText(command.jars),
    env: context.env,
    ...troubles(command),
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
      perCall: Number(command.callLatency ?? 0),
      perStatement: Number(command.statementLatency ?? 0),
      sessionStart: Number(command.sessionLatency ?? 0),
    },
    faults: faults.map((text) => readFault(String(text))),
  };
}

function optionText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
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
