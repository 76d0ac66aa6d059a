import { randomUUID } from "node:crypto";
import type { Adapter } from "../../adapter/adapter.ts";
import { profileOptionMissing } from "../../errors/session-errors.ts";
import { readAwsSettings } from "./aws-settings.ts";
import { readDriverSource } from "./driver-source.ts";
import { createAwsClients } from "./glue-clients.ts";
import { readSessionSettings } from "./read-session-settings.ts";
import type { Options } from "./read-session-settings.ts";
import { createSessionAdapter } from "./session-adapter.ts";
import { sessionId } from "./session-id.ts";

export interface OpenSessionOptions {
  /** The profile's options, validated. */
  readonly options: Options;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the Python driver lies. */
  readonly driver: string;
  /** Called while the session starts, with the seconds waited so far. */
  readonly progress: (seconds: number) => void;
}

/** The adapter of a profile with `method: session`. Makes no call yet. */
export function openSessionAdapter(request: OpenSessionOptions): Adapter {
  const { options, env } = request;
  const settings = readSessionSettings(options);
  const location = str(options.location);
  if (location === undefined) throw profileOptionMissing("location", "is where tables lie in S3");
  return createSessionAdapter({
    clients: createAwsClients(readAwsSettings(options, env)),
    sessionId: sessionId({
      base: settings.baseId,
      reuse: settings.reuse,
      suffix: str(options.group_session_id),
      roleArn: settings.roleArn,
      unique: randomUUID(),
    }),
    settings,
    driver: readDriverSource(request.driver),
    location,
    ...optional("catalogId", str(options.catalog_id)),
    ...optional("icebergCatalog", str(options.custom_iceberg_catalog_namespace)),
    progress: request.progress,
  });
}

function str(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
}
