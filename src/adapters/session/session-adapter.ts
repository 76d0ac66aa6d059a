import { randomUUID } from "node:crypto";
import type { Adapter } from "../../adapter/adapter.ts";
import type { Connection } from "../../adapter/connection.ts";
import type { AwsClients } from "./glue-clients.ts";
import { createGlueCatalog } from "./glue-catalog.ts";
import { lakeFormationGovernance } from "./lake-formation-governance.ts";
import { createLaneMultiplexer } from "./lane-multiplexer.ts";
import type { LaneMultiplexer } from "./lane-multiplexer.ts";
import type { DriverSource } from "./driver-source.ts";
import { ensureSession } from "./ensure-session.ts";
import type { SessionHandle } from "./ensure-session.ts";
import { sparkMetadata } from "./spark-metadata.ts";
import { createSessionConnection } from "./session-connection.ts";
import type { SessionSettings } from "./session-settings.ts";
import { createStepSender } from "./step-sender.ts";
import { stopSession } from "./stop-session.ts";
import { targetStorage } from "./target-storage.ts";

export interface SessionAdapterOptions {
  readonly clients: AwsClients;
  readonly sessionId: string;
  readonly settings: SessionSettings;
  readonly driver: DriverSource;
  /** Root of the target's tables. */
  readonly location: string;
  readonly catalogId?: string;
  /** Spark's catalog of Iceberg tables; absent where it is Spark's own. */
  readonly icebergCatalog?: string;
  /** Seconds waited so far for the session to start. */
  readonly progress: (seconds: number) => void;
}

/** Everything that runs in the session, made when the first statement is sent. */
interface OpenSession {
  readonly handle: SessionHandle;
  readonly multiplexer: LaneMultiplexer;
}

/**
 * AWS Glue Interactive Sessions: all lanes share one session. Nothing is created until the first
 * statement: metadata comes from the Data Catalog and costs no session.
 */
export function createSessionAdapter(options: SessionAdapterOptions): Adapter {
  const { clients, settings } = options;
  let session: Promise<OpenSession> | undefined;
  let works = 0;
  const run = randomUUID().slice(0, 8);
  const nextId = (): string => `${run}_${++works}`;
  const open = (): Promise<OpenSession> => (session ??= openSession(options));
  const metadata = lazyConnection(open, "catalog", nextId);

  return {
    description: `AWS Glue ${settings.glueVersion}, ${settings.workers} x ${settings.workerType}`,
    capabilities: {
      mergeFormats: ["delta", "iceberg", "hudi"],
      replaceFormats: ["delta", "iceberg"],
      replacesOtherFormats: false,
      tableLocations: true,
      icebergCatalog: true,
      pythonModels: true,
      concurrentBatches: true,
    },
    catalog: createGlueCatalog(() => clients.catalog(), {
      ...(options.catalogId === undefined ? {} : { catalogId: options.catalogId }),
      locationOf: (schema) => `${options.location.replace(/\/+$/, "")}/${schema}/`,
      spark: {
        delta: sparkMetadata((sql) => metadata.execute(sql)),
        iceberg: sparkMetadata((sql) => metadata.execute(sql), options.icebergCatalog),
      },
    }),
    storage: targetStorage(clients, [options.location]),
    governance: lakeFormationGovernance(clients, options.catalogId),
    connect: (name) => Promise.resolve(lazyConnection(open, name, nextId)),
    async close() {
      const opened = await session;
      await metadata.close();
      await opened?.multiplexer.drain();
      if (opened && !settings.reuse) await stopSession(await clients.glue(), opened.handle.id);
      await clients.close();
    },
  };
}

async function openSession(options: SessionAdapterOptions): Promise<OpenSession> {
  const client = await options.clients.glue();
  const handle = await ensureSession(client, options.sessionId, options.settings, options.progress);
  const send = createStepSender(client, handle.id, options.driver);
  return { handle, multiplexer: createLaneMultiplexer(send) };
}

/** A lane costs nothing until its first statement. */
function lazyConnection(
  open: () => Promise<OpenSession>,
  name: string,
  nextId: () => string,
): Connection {
  let connection: Connection | undefined;
  const opened = async (): Promise<Connection> =>
    (connection ??= createSessionConnection(
      (await open()).multiplexer,
      laneOf(name),
      name,
      nextId,
    ));
  return {
    execute: async (sql, options) => (await opened()).execute(sql, options),
    executePython: async (code, options) => (await opened()).executePython(code, options),
    stageRows: async (rows, options) => (await opened()).stageRows(rows, options),
    cancel: async () => connection?.cancel(),
    close: async () => connection?.close(),
  };
}

/** Lane names stand in Python source and in Spark's scheduler pools. */
function laneOf(name: string): string {
  return `${name.replace(/\W/g, "_")}_${randomUUID().slice(0, 8)}`;
}
