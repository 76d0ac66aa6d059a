import { setTimeout as sleep } from "node:timers/promises";
import type { CreateSessionCommandInput, GlueClient, Session } from "@aws-sdk/client-glue";
import { sessionNotReady } from "../../errors/session-errors.ts";
import { awsErrorName } from "./aws-error.ts";
import type { SessionSettings } from "./session-settings.ts";

export interface SessionHandle {
  readonly id: string;
  /** True where this run made it; false where it found it READY. */
  readonly created: boolean;
  /** DPUs while it runs. */
  readonly capacity: number;
}

const POLL_MS = 1000;

/**
 * A READY session with this id: attaches to one that is there, waits for one that is starting,
 * replaces one that ended, creates one that is missing. Two clients that create the same id at
 * once share it. Only "not found" means that it is missing; any other error is passed on.
 *
 * @param progress - called about once a second while waiting, with the seconds waited so far
 */
export async function ensureSession(
  client: GlueClient,
  id: string,
  settings: SessionSettings,
  progress: (seconds: number) => void,
): Promise<SessionHandle> {
  const found = await findSession(client, id);
  switch (found?.Status) {
    case undefined:
      await createSession(client, id, settings);
      return handle(id, await waitUntilReady(client, id, settings, progress), true);
    case "READY":
      return handle(id, found, false);
    case "PROVISIONING":
      return handle(id, await waitUntilReady(client, id, settings, progress), false);
    case "STOPPING":
    case "STOPPED":
    case "FAILED":
    case "TIMEOUT":
      await waitUntilEnded(client, id, settings);
      await deleteSession(client, id);
      await createSession(client, id, settings);
      return handle(id, await waitUntilReady(client, id, settings, progress), true);
    default:
      throw sessionNotReady(id, String(found?.Status), "This state is not known.");
  }
}

async function findSession(client: GlueClient, id: string): Promise<Session | undefined> {
  const { GetSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    return (await client.send(new GetSessionCommand({ Id: id, RequestOrigin: "dbt-glue" })))
      .Session;
  } catch (error) {
    if (awsErrorName(error) === "EntityNotFoundException") return undefined;
    throw error;
  }
}

async function createSession(
  client: GlueClient,
  id: string,
  settings: SessionSettings,
): Promise<void> {
  const { CreateSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    await client.send(new CreateSessionCommand(createInput(id, settings)));
  } catch (error) {
    // Somebody else made it in the meantime: attach.
    if (awsErrorName(error) !== "AlreadyExistsException") throw error;
  }
}

function createInput(id: string, s: SessionSettings): CreateSessionCommandInput {
  return {
    Id: id,
    Role: s.roleArn,
    Command: { Name: "glueetl", PythonVersion: "3" },
    DefaultArguments: { ...s.defaultArguments },
    NumberOfWorkers: s.workers,
    WorkerType: s.workerType as never,
    IdleTimeout: s.idleTimeout,
    Timeout: s.timeout,
    GlueVersion: s.glueVersion,
    RequestOrigin: "dbt-glue",
    ...(s.securityConfiguration === undefined
      ? {}
      : { SecurityConfiguration: s.securityConfiguration }),
    ...(s.connections.length === 0 ? {} : { Connections: { Connections: [...s.connections] } }),
    ...(Object.keys(s.tags).length === 0 ? {} : { Tags: { ...s.tags } }),
  };
}

async function waitUntilReady(
  client: GlueClient,
  id: string,
  settings: SessionSettings,
  progress: (seconds: number) => void,
): Promise<Session> {
  const started = Date.now();
  for (;;) {
    const session = await findSession(client, id);
    if (session?.Status === "READY") return session;
    if (session?.Status !== "PROVISIONING")
      throw sessionNotReady(id, session?.Status ?? "gone", session?.ErrorMessage ?? "");
    const seconds = (Date.now() - started) / 1000;
    if (seconds > settings.provisioningTimeout)
      throw sessionNotReady(id, "still PROVISIONING", `Waited ${Math.round(seconds)} s.`);
    progress(Math.round(seconds));
    await sleep(Math.min(POLL_MS, 100 + seconds * 300));
  }
}

async function waitUntilEnded(
  client: GlueClient,
  id: string,
  settings: SessionSettings,
): Promise<void> {
  const started = Date.now();
  while ((await findSession(client, id))?.Status === "STOPPING") {
    if ((Date.now() - started) / 1000 > settings.provisioningTimeout)
      throw sessionNotReady(id, "STOPPING", "It did not stop in time.");
    await sleep(POLL_MS);
  }
}

async function deleteSession(client: GlueClient, id: string): Promise<void> {
  const { DeleteSessionCommand } = await import("@aws-sdk/client-glue");
  try {
    await client.send(new DeleteSessionCommand({ Id: id, RequestOrigin: "dbt-glue" }));
  } catch (error) {
    if (awsErrorName(error) !== "EntityNotFoundException") throw error;
  }
}

function handle(id: string, session: Session, created: boolean): SessionHandle {
  return { id, created, capacity: session.MaxCapacity ?? 0 };
}
