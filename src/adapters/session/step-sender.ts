import { randomUUID } from "node:crypto";
import type { GlueClient } from "@aws-sdk/client-glue";
import { adapterProtocolError } from "../../errors/session-errors.ts";
import { DRIVER_MISSING, callCode, installCode } from "../spark/driver-code.ts";
import type { DriverCall } from "../spark/driver-code.ts";
import { findAnswer, packRequest } from "../spark/driver-protocol.ts";
import type { StepAnswer } from "../spark/driver-protocol.ts";
import type { DriverSource } from "./driver-source.ts";
import type { SendStep } from "./lane-multiplexer.ts";
import { runStatement } from "./statement-runner.ts";

/** Glue takes 68,000 characters of code; a part leaves room for the call around it. */
const PART = 60_000;

/**
 * Sends steps to a session's driver. The driver is sent with the first step and found again
 * afterwards; where the interpreter lost it (or another client restarted the session), it is sent
 * once more. What a request holds is compressed, so that most fit into one statement.
 */
export function createStepSender(
  client: GlueClient,
  sessionId: string,
  driver: DriverSource,
): SendStep {
  let installed = false;
  const call = async (code: DriverCall): Promise<string> => {
    const text = callCode(driver.hash, code);
    if (installed) {
      const output = await runStatement(client, sessionId, text);
      if (!output.includes(DRIVER_MISSING)) return output;
    }
    // A reused session may have the driver: asking costs nothing, `if` skips the installation.
    const output = await runStatement(client, sessionId, installUnlessThere(driver) + text);
    installed = true;
    return output;
  };
  return async (request) => {
    const nonce = `n${randomUUID().replaceAll("-", "")}`;
    const payload = packRequest(request);
    const output =
      payload.length <= PART
        ? await call({ kind: "step", nonce, payload, key: undefined, count: 0 })
        : await sendInParts(call, nonce, payload);
    const answer = findAnswer(output, nonce);
    if (!isStepAnswer(answer)) throw adapterProtocolError("no answer to a step");
    return answer;
  };
}

async function sendInParts(
  call: (code: DriverCall) => Promise<string>,
  nonce: string,
  payload: string,
): Promise<string> {
  const count = Math.ceil(payload.length / PART);
  for (let index = 0; index < count; index++)
    await call({
      kind: "put",
      key: nonce,
      index,
      part: payload.slice(index * PART, (index + 1) * PART),
    });
  return await call({ kind: "step", nonce, payload: undefined, key: nonce, count });
}

function installUnlessThere(driver: DriverSource): string {
  const body = installCode(driver.hash, driver.packed)
    .split("\n")
    .map((line) => (line ? `    ${line}` : line))
    .join("\n");
  return `if "_dbt_glue_${driver.hash}" not in globals():\n${body}`;
}

function isStepAnswer(value: unknown): value is StepAnswer {
  return typeof value === "object" && value !== null && "done" in value;
}
