import type { GlueClient } from "@aws-sdk/client-glue";
import { awsErrorName } from "./aws-error.ts";

/** Stops a session; one that has ended already is what was wanted. */
export async function stopSession(client: GlueClient, id: string): Promise<void> {
  const { StopSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    await client.send(new StopSessionCommand({ Id: id, RequestOrigin: "dbt-glue" }));
  } catch (error) {
    const name = awsErrorName(error);
    if (name !== "IllegalSessionStateException" && name !== "EntityNotFoundException") throw error;
  }
}
