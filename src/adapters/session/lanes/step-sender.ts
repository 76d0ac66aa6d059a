import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { adapterProtocolError } from "../../../errors/session-errors.ts";
import { DRIVER_MISSING, callCode, installCode } from "../../spark/driver-code.ts";
import type { DriverCall } from "../../spark/driver-code.ts";
import { findAnswer, packRequest } from "../../spark/driver-protocol.ts";
import type { StepAnswer } from "../../spark/driver-protocol.ts";
import { awsErrorKind, isTransient } from "../aws/aws-error.ts";
import type { DriverSource } from "./driver-source.ts";
import type { SendStep, StepOutcome } from "./lane-multiplexer.ts";
import { runStatement } from "./statement-runner.ts";
import type { SessionTarget, StatementOutcome } from "./statement-runner.ts";

/** Glue takes 68,000 characters of code; a part leaves room for the call around it. */
const PART = 60_000;
/** How often a step is sent, on top of the SDK's own retries of each call. */
const ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 250;

/**
 * Sends steps to a session's driver. The driver is sent with the first step and found again
 * afterwards; where the interpreter lost it (or another client restarted the session), it is sent
 * once more. What a request holds is compressed, so that most fit into one statement.
 *
 * A step that got no answer is sent again: the driver knows work by its id and never runs it twice,
 * and it keeps a result until it is told that the result has arrived.
 *
 * @param abandon - runs that were killed while they used the session: their work is cancelled
 */
export function createStepSender(
  target: SessionTarget,
  driver: DriverSource,
  abandon: readonly string[] = [],
): SendStep {
  let news = abandon;
  const call = driverCaller(target, driver);
  return async (request, hurry) => {
    const payload = packRequest(news.length > 0 ? { ...request, abandon: news } : request);
    let mayHaveCome = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await sendOnce(call, payload, hurry).catch((error: unknown) => {
        if (!isTransient(error) || attempt >= ATTEMPTS || hurry.aborted) throw error;
        // A call that is throttled was not taken; one without an answer may have been.
        return { kind: "again", mayHaveCome: awsErrorKind(error) !== "throttled" } as const;
      });
      if (outcome.kind === "answer") {
        news = [];
        return outcome;
      }
      if (outcome.kind === "lost") return { ...outcome, accepted: outcome.accepted || mayHaveCome };
      if (attempt >= ATTEMPTS) throw adapterProtocolError("no answer to a step");
      mayHaveCome ||= outcome.mayHaveCome;
      await sleep(FIRST_BACKOFF_MS * 2 ** (attempt - 1));
    }
  };
}

type CallDriver = (call: DriverCall, hurry: AbortSignal) => Promise<StatementOutcome>;
type Sent = StepOutcome | { readonly kind: "again"; readonly mayHaveCome: boolean };

async function sendOnce(call: CallDriver, payload: string, hurry: AbortSignal): Promise<Sent> {
  const nonce = `n${randomUUID().replaceAll("-", "")}`;
  let step: DriverCall = { kind: "step", nonce, payload, key: undefined, count: 0 };
  if (payload.length > PART) {
    const parts = splitPayload(payload);
    for (const [index, part] of parts.entries()) {
      const put = await call({ kind: "put", key: nonce, index, part }, hurry);
      // Without all of its parts no step can have run.
      if (put.kind === "lost") return { ...put, accepted: false };
      if (put.kind === "forgotten") return { kind: "again", mayHaveCome: false };
    }
    step = { kind: "step", nonce, payload: undefined, key: nonce, count: parts.length };
  }
  const outcome = await call(step, hurry);
  if (outcome.kind === "lost") return outcome;
  if (outcome.kind === "forgotten") return { kind: "again", mayHaveCome: true };
  const answer = findAnswer(outcome.text, nonce);
  if (isStepAnswer(answer)) return { kind: "answer", answer };
  // Its parts are gone: a repeated call came after the one that used them up.
  if (isPartsLost(answer)) return { kind: "again", mayHaveCome: true };
  throw adapterProtocolError("no answer to a step");
}

function splitPayload(payload: string): readonly string[] {
  const count = Math.ceil(payload.length / PART);
  return Array.from({ length: count }, (_, index) =>
    payload.slice(index * PART, (index + 1) * PART),
  );
}

/** Calls the driver, and puts it into the session where it is not there. */
function driverCaller(target: SessionTarget, driver: DriverSource): CallDriver {
  let installed = false;
  return async (call, hurry) => {
    const text = callCode(driver.hash, call);
    if (installed) {
      const outcome = await runStatement(target, text, hurry);
      const isMissing = outcome.kind === "output" && outcome.text.includes(DRIVER_MISSING);
      if (!isMissing) return outcome;
    }
    // A reused session may have the driver: asking costs nothing, `if` skips the installation.
    const code = installUnlessThere(driver) + text;
    const outcome = await runStatement(target, code, hurry);
    installed = outcome.kind === "output";
    return outcome;
  };
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

function isPartsLost(value: unknown): boolean {
  return typeof value === "object" && value !== null && "lost" in value;
}
