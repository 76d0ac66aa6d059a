import { randomUUID } from "node:crypto";
import type { Adapter } from "../../adapter/adapter.ts";
import { profileOptionMissing } from "../../errors/session-settings-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { EngineEvent } from "../../events/engine-event.ts";
import { readAwsSettings } from "./aws/aws-settings.ts";
import { createCostLedger } from "./cost/cost-ledger.ts";
import { readDriverSource } from "./lanes/driver-source.ts";
import { createLeaseBook } from "./life/lease-book.ts";
import type { Tenant } from "./life/lease-book.ts";
import { orphanReaper } from "./life/reap-orphans.ts";
import { createAwsClients } from "./aws/glue-clients.ts";
import type { Options } from "./settings/read-session-settings.ts";
import { createSessionAdapter } from "./session-adapter.ts";
import { sessionMarks } from "./life/session-marks.ts";

export interface OpenSessionOptions {
  /** The profile's options, validated. */
  readonly options: Options;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the Python driver lies. */
  readonly driver: string;
  /** The project's values of `file_format`; absent where there is no project to look into. */
  readonly fileFormats?: ReadonlySet<string> | undefined;
  /** dbt's invocation id. */
  readonly run: string;
  readonly project: string;
  /** `user@host`, or just the host's name. */
  readonly owner: string;
  readonly tenant: Omit<Tenant, "run">;
  /** Where leases of sessions are kept. */
  readonly leaseFolder: string;
  readonly emit: (event: EngineEvent) => void;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The adapter of a profile with `method: session`. Makes no call yet. */
export function openSessionAdapter(request: OpenSessionOptions): Adapter {
  const { options, run, emit, signal } = request;
  const location = str(options.location);
  if (location === undefined) throw profileOptionMissing("location", "is where tables lie in S3");
  let works = 0;
  const runKey = randomUUID().slice(0, 8);
  const aws = readAwsSettings(options, request.env);
  const clients = createAwsClients(aws);
  const place = [aws.region, aws.endpointUrls?.glue ?? aws.endpointUrl ?? "aws"].join(" ");
  const leases = createLeaseBook(request.leaseFolder, place, {
    ...request.tenant,
    run: runKey,
  });
  return createSessionAdapter({
    world: {
      clients,
      leases,
      reapOrphans: orphanReaper(() => clients.glue(), leases, emit),
      driver: readDriverSource(request.driver),
      marks: sessionMarks({ owner: request.owner, run, project: request.project }),
      fileFormats: request.fileFormats ?? new Set(),
      database: str(options.schema) ?? "default",
      emit,
      signal,
      nextId: () => `${runKey}_${++works}`,
      slowestPoll: secondsOf(options.statement_poll_interval) * 1000,
      ledger: createCostLedger(() => performance.now()),
    },
    options,
    unique: randomUUID,
    location,
    ...optional("catalogId", str(options.catalog_id)),
    ...optional("icebergCatalog", str(options.custom_iceberg_catalog_namespace)),
  });
}

/** One second, unless the profile says more. */
function secondsOf(value: unknown): number {
  const seconds = value instanceof PyFloat ? value.value : Number(value ?? 1);
  return Number.isFinite(seconds) ? Math.max(seconds, 1) : 1;
}

function str(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
}
