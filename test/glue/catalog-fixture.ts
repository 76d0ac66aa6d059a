import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateDatabaseCommand,
  CreateTableCommand,
  GetTableCommand,
  GlueClient,
} from "@aws-sdk/client-glue";
import type { Table, TableInput } from "@aws-sdk/client-glue";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { openSessionAdapter } from "../../src/adapters/session/open-session-adapter.ts";
import type { PlannedFault } from "../../src/glue-endpoint/fault-injector.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { PROFILE } from "./session-fixture.ts";

/** A Data Catalog of its own beside the embedded engine, filled through the API as others would. */
export interface CatalogFixture {
  readonly adapter: Adapter;
  readonly calls: ReadonlyMap<string, number>;
  readonly client: GlueClient;
  createDatabase(name: string): Promise<void>;
  createTable(database: string, table: TableInput): Promise<void>;
  table(database: string, name: string): Promise<Table | undefined>;
  close(): Promise<void>;
}

export async function openCatalogFixture(
  faults: readonly PlannedFault[] = [],
): Promise<CatalogFixture> {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  const engine = await createLocalAdapter({ path: ":memory:" });
  const endpoint = await startGlueEndpoint({
    startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
    faults,
  });
  const adapter = openSessionAdapter({
    options: {
      ...PROFILE,
      endpoint_url: endpoint.url,
      location: "s3://bucket/data/",
      boto_retry_max_attempts: 1,
    },
    env: { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    driver: "assets/glue-driver.py",
    run: "catalog",
    project: "shop",
    owner: "ann@laptop",
    tenant: { pid: 1, host: "laptop", isAlive: () => true },
    leaseFolder: join(tmpdir(), "dbt-glue-catalog-leases"),
    emit: () => undefined,
    signal: new AbortController().signal,
  });
  const client = new GlueClient({
    region: "us-east-1",
    endpoint: endpoint.url,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  return {
    adapter,
    calls: endpoint.calls,
    client,
    async createDatabase(Name) {
      await client.send(new CreateDatabaseCommand({ DatabaseInput: { Name } }));
    },
    async createTable(DatabaseName, TableInput) {
      await client.send(new CreateTableCommand({ DatabaseName, TableInput }));
    },
    table: async (DatabaseName, Name) =>
      (await client.send(new GetTableCommand({ DatabaseName, Name }))).Table,
    async close() {
      client.destroy();
      await adapter.close();
      await endpoint.close();
      await engine.close();
    },
  };
}
