import {
  CreateDatabaseCommand,
  CreateTableCommand,
  GetTableCommand,
  GlueClient,
} from "@aws-sdk/client-glue";
import type { Table, TableInput } from "@aws-sdk/client-glue";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { readDriverSource } from "../../src/adapters/session/driver-source.ts";
import { createAwsClients } from "../../src/adapters/session/glue-clients.ts";
import { createSessionAdapter } from "../../src/adapters/session/session-adapter.ts";
import type { PlannedFault } from "../../src/glue-endpoint/fault-injector.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";

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
  const adapter = createSessionAdapter({
    clients: createAwsClients({
      region: "us-east-1",
      endpointUrl: endpoint.url,
      retryMode: "standard",
      maxAttempts: 1,
    }),
    sessionId: "dbt-glue__catalog",
    settings: SETTINGS,
    driver: readDriverSource("assets/glue-driver.py"),
    location: "s3://bucket/data/",
    progress: () => undefined,
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

const SETTINGS = {
  baseId: "dbt-glue",
  roleArn: "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
  workers: 2,
  workerType: "G.1X",
  glueVersion: "5.0",
  idleTimeout: 10,
  timeout: 300,
  provisioningTimeout: 20,
  reuse: false,
  defaultArguments: { "--enable-glue-datacatalog": "true" },
  connections: [],
  securityConfiguration: undefined,
  tags: {},
};
