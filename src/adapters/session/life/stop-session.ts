import { setTimeout as sleep } from "node:timers/promises";
import type { GlueClient } from "@aws-sdk/client-glue";
import { awsErrorName } from "../aws/aws-error.ts";
import { findSession } from "./find-session.ts";

const LOOK_MS = 1000;

/**
 * Stops a session; one that has ended already is what was wanted. Glue stops only sessions that are
 * READY: one that is starting is waited for.
 *
 * @param patience - seconds to wait for a session that is starting
 */
export async function stopSession(client: GlueClient, id: string, patience: number): Promise<void> {
  const { StopSessionCommand } = await import("@aws-sdk/client-glue");
  const end = Date.now() + patience * 1000;
  for (;;) {
    try {
      await client.send(new StopSessionCommand({ Id: id, RequestOrigin: "dbt-glue" }));
      return;
    } catch (error) {
      const name = awsErrorName(error);
      if (name === "EntityNotFoundException") return;
      if (name !== "IllegalSessionStateException" && name !== "ConcurrentModificationException")
        throw error;
      if ((await findSession(client, id))?.Status !== "PROVISIONING") return;
      if (Date.now() > end) throw error;
    }
    await sleep(LOOK_MS);
  }
}
