import type { Adapter } from "../../adapter/adapter.ts";
import { findDriverCall } from "../../adapters/spark/driver-code.ts";
import { frameAnswer, unpackRequest } from "../../adapters/spark/driver-protocol.ts";
import type { Interpreter, StatementOutput } from "../interpreter.ts";
import { createEmbeddedDriver } from "./embedded-driver.ts";

/**
 * Runs the lane driver's protocol on the embedded engine, without Python. Any other code gets an
 * honest error, never "ok".
 */
export function createEmbeddedInterpreter(adapter: Adapter): Interpreter {
  const driver = createEmbeddedDriver(adapter);
  const parts = new Map<string, string[]>();
  return {
    async run(code): Promise<StatementOutput> {
      const call = findDriverCall(code);
      switch (call?.kind) {
        case undefined:
          return notSupportedLocally();
        case "put":
          parts.set(
            call.key,
            Object.assign(parts.get(call.key) ?? [], { [call.index]: call.part }),
          );
          return { status: "ok", text: "" };
        case "step": {
          const payload = call.payload ?? parts.get(call.key ?? "")?.join("") ?? "";
          if (call.key !== undefined) parts.delete(call.key);
          const answer = await driver.step(unpackRequest(payload));
          return { status: "ok", text: frameAnswer(call.nonce, answer) };
        }
      }
    },
    // A step is short and cancelling is a step of its own.
    cancel: () => Promise.resolve(),
    onDeath: () => undefined,
    close: () => driver.close(),
  };
}

function notSupportedLocally(): StatementOutput {
  return {
    status: "error",
    errorName: "NotSupportedLocally",
    errorValue:
      "The embedded interpreter runs dbt-glue's own driver protocol only. Start the endpoint with --interpreter pyspark to run Python code.",
    traceback: [],
  };
}
