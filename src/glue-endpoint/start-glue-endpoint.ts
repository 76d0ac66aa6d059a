import { setTimeout as sleep } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import { endpointNotListening } from "../errors/endpoint-errors.ts";
import type { CatalogSource } from "./catalog-source.ts";
import type { EndpointContext } from "./endpoint-context.ts";
import { createFaultInjector } from "./fault-injector.ts";
import type { Latency, PlannedFault } from "./fault-injector.ts";
import type { InterpreterFactory } from "./interpreter.ts";
import { databaseOperations } from "./operations/database-operations.ts";
import { end, sessionOperations } from "./operations/session-operations.ts";
import { statementOperations } from "./operations/statement-operations.ts";
import { tableOperations } from "./operations/table-operations.ts";
import { createGlueService } from "./glue-service.ts";
import { createBucketFolder } from "./s3/bucket-folder.ts";
import { createS3Service } from "./s3/s3-service.ts";
import { createEndpointServer } from "./server.ts";
import type { Service } from "./service.ts";
import { createAccounts } from "./state/account.ts";
import { stsService } from "./sts-service.ts";

export interface GlueEndpointOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly startInterpreter: InterpreterFactory;
  readonly source?: CatalogSource;
  /** Folder whose folders are S3's buckets; without one there is no S3. */
  readonly buckets?: string;
  readonly latency?: Latency;
  readonly faults?: readonly PlannedFault[];
}

export interface GlueEndpoint {
  /** `http://127.0.0.1:PORT`, for `AWS_ENDPOINT_URL_GLUE` or `endpoint_url`. */
  readonly url: string;
  /** API calls so far, by operation. */
  readonly calls: ReadonlyMap<string, number>;
  readonly accounts: EndpointContext["accounts"];
  close(): Promise<void>;
}

/**
 * Serves the Glue API (sessions, statements, Data Catalog) on the loopback address, and under the same
 * address what clients of Glue need of STS and S3.
 */
export async function startGlueEndpoint(options: GlueEndpointOptions): Promise<GlueEndpoint> {
  const accounts = createAccounts();
  const latency = options.latency ?? {};
  const faults = createFaultInjector(options.faults ?? [], latency, (id) => {
    for (const account of accounts.all()) {
      const session = account.sessions.get(id);
      if (session?.status === "READY") end(session, "FAILED", "Interpreter died");
    }
  });
  const context: EndpointContext = {
    accounts,
    startInterpreter: options.startInterpreter,
    source: options.source,
    statementDelay: latency.perStatement ?? 0,
    sessionStart: () => sleep(latency.sessionStart ?? 0),
  };
  const operations = new Map([
    ...sessionOperations(context),
    ...statementOperations(context),
    ...databaseOperations(context),
    ...tableOperations(context),
  ]);
  const services: Service[] = [createGlueService(operations), stsService];
  if (options.buckets !== undefined)
    services.push(createS3Service(createBucketFolder(options.buckets)));
  const server = createEndpointServer(services, faults);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(endpointNotListening(options.port ?? 0, error));
    });
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: faults.calls,
    accounts,
    async close() {
      for (const account of accounts.all())
        for (const session of account.sessions.values()) await session.interpreter?.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}
