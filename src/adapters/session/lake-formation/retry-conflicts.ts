import { setTimeout as sleep } from "node:timers/promises";
import type { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import { awsErrorKind } from "../aws/aws-error.ts";

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 100;

/**
 * Makes a client try again what met somebody else's change: Lake Formation takes one at a time of a
 * database's tables, and models finish side by side. What is asked of it here says how things should
 * be, so asking twice does no harm.
 */
export function retryConflicts(client: LakeFormationClient): LakeFormationClient {
  client.middlewareStack.add(
    (next) => async (request) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await next(request);
        } catch (error) {
          if (awsErrorKind(error) !== "conflict" || attempt === ATTEMPTS) throw error;
          await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
        }
      }
    },
    // Inside of what translates errors, around the SDK's own retries.
    { step: "initialize", name: "retryConflicts", priority: "low" },
  );
  return client;
}
