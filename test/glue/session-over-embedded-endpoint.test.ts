import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { createAwsClients } from "../../src/adapters/session/glue-clients.ts";
import { readDriverSource } from "../../src/adapters/session/driver-source.ts";
import { createSessionAdapter } from "../../src/adapters/session/session-adapter.ts";
import type { SessionSettings } from "../../src/adapters/session/session-settings.ts";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";

const driver = readDriverSource("assets/glue-driver.py");
const settings: SessionSettings = {
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

let endpoint: GlueEndpoint;
let engine: Adapter;
let adapter: Adapter;

beforeEach(async () => {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  engine = await createLocalAdapter({ path: ":memory:" });
  endpoint = await startGlueEndpoint({
    startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
  });
  adapter = createSessionAdapter({
    clients: createAwsClients({
      region: "us-east-1",
      endpointUrl: endpoint.url,
      retryMode: "standard",
      maxAttempts: 3,
    }),
    sessionId: "dbt-glue__test",
    settings,
    driver,
    location: "s3://bucket/data",
    progress: () => undefined,
  });
});

afterEach(async () => {
  await adapter.close();
  await endpoint.close();
  await engine.close();
});

describe("a Glue session over the embedded endpoint", () => {
  it("costs nothing until the first statement", async () => {
    await adapter.connect("master");
    expect(endpoint.calls.get("CreateSession")).toBeUndefined();
  });

  it("returns typed rows", async () => {
    const lane = await adapter.connect("model.x");
    const { columns, rows } = await lane.execute(
      "select 1 as a, 'it\\'s' as b, cast(1.50 as decimal(10,2)) as c, cast(null as date) as d",
    );
    expect(columns).toEqual([
      { name: "a", type: "int" },
      { name: "b", type: "string" },
      { name: "c", type: "decimal(10,2)" },
      { name: "d", type: "date" },
    ]);
    expect(rows).toEqual([[1, "it's", "1.50", null]]);
  });

  it("runs the work of several lanes in one session, with fewer statements than queries", async () => {
    const lanes = await Promise.all(["a", "b", "c", "d"].map((name) => adapter.connect(name)));
    const results = await Promise.all(
      lanes.flatMap((lane, i) => [
        lane.execute(`select ${i} as n`),
        lane.execute(`select ${i} + 10 as n`),
      ]),
    );
    expect(results.map((r) => r.rows[0]?.[0])).toEqual([0, 10, 1, 11, 2, 12, 3, 13]);
    expect(endpoint.calls.get("CreateSession")).toBe(1);
    expect(endpoint.calls.get("RunStatement")).toBeLessThan(8);
  });

  it("fetches a large result in pages", async () => {
    const lane = await adapter.connect("big");
    const { rows } = await lane.execute("select id, repeat('x', 1000) as t from range(2000)");
    expect(rows).toHaveLength(2000);
    expect(rows[1999]?.[0]).toBe(1999);
  });

  it("reports what Spark said when a statement fails, and goes on", async () => {
    const lane = await adapter.connect("model.x");
    await expect(lane.execute("select * from no_such_table")).rejects.toThrow(/no_such_table/);
    expect((await lane.execute("select 2 as n")).rows).toEqual([[2]]);
  });

  it("fails the work of a session that dies, never reports it as done", async () => {
    const lane = await adapter.connect("model.x");
    await lane.execute("select 1");
    for (const account of endpoint.accounts.all())
      for (const session of account.sessions.values()) session.status = "FAILED";
    await expect(lane.execute("select 2")).rejects.toMatchObject({ code: "SESSION_GONE" });
  });
});
