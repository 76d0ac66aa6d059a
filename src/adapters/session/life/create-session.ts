import type { CreateSessionCommandInput, GlueClient } from "@aws-sdk/client-glue";
import { EngineError } from "../../../errors/engine-error.ts";
import { awsErrorKind, awsErrorName } from "../aws/aws-error.ts";
import type { SessionMarks } from "./session-marks.ts";
import type { SessionSettings } from "../settings/session-settings.ts";

interface CreateOptions {
  readonly client: GlueClient;
  readonly id: string;
  readonly settings: SessionSettings;
  readonly marks: SessionMarks;
}

/**
 * Asks Glue for the session. True where this call made it, false where somebody else did in the
 * meantime. Whoever may create sessions but not tag them gets one without our tags.
 */
export async function createSession(options: CreateOptions): Promise<boolean> {
  const { client, id, settings, marks } = options;
  const { CreateSessionCommand } = await import("@aws-sdk/client-glue");
  const send = async (tags: Readonly<Record<string, string>>): Promise<boolean> => {
    try {
      await client.send(new CreateSessionCommand(createInput(id, settings, { ...marks, tags })));
      return true;
    } catch (error) {
      // An answer that got lost looks like this too: the retry finds what the first call made.
      if (awsErrorName(error) === "AlreadyExistsException") return false;
      throw error;
    }
  };
  try {
    return await send({ ...marks.tags, ...settings.tags });
  } catch (error) {
    if (!mayNotTag(error)) throw error;
    return await send(settings.tags);
  }
}

function mayNotTag(error: unknown): boolean {
  return (
    error instanceof EngineError &&
    awsErrorKind(error) === "denied" &&
    error.message.includes("glue:TagResource")
  );
}

function createInput(
  id: string,
  s: SessionSettings,
  marks: SessionMarks,
): CreateSessionCommandInput {
  return {
    Id: id,
    Role: s.roleArn,
    Description: marks.description,
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
    ...(Object.keys(marks.tags).length === 0 ? {} : { Tags: { ...marks.tags } }),
  };
}
