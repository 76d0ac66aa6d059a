import type { GlueClient, Session } from "@aws-sdk/client-glue";
import { awsErrorName } from "../aws/aws-error.ts";

/** The session, or undefined where there is none. Only "not found" means that it is missing. */
export async function findSession(client: GlueClient, id: string): Promise<Session | undefined> {
  const { GetSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    const command = new GetSessionCommand({ Id: id, RequestOrigin: "dbt-glue" });
    return (await client.send(command)).Session;
  } catch (error) {
    if (awsErrorName(error) === "EntityNotFoundException") return undefined;
    throw error;
  }
}

/** Why a session takes no statements; undefined where it does. */
export async function whyGone(client: GlueClient, id: string): Promise<string | undefined> {
  const session = await findSession(client, id);
  if (session?.Status === "READY") return undefined;
  if (!session) return "it is not there any more";
  const said = session.ErrorMessage ? `: ${session.ErrorMessage}` : "";
  return `it is in state ${String(session.Status)}${said}`;
}
