import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { openSessionAdapter } from "../../src/adapters/session/open-session-adapter.ts";
import type { EngineEvent } from "../../src/events/engine-event.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type {
  GlueEndpoint,
  GlueEndpointOptions,
} from "../../src/glue-endpoint/start-glue-endpoint.ts";

/** The profile's options as the engine hands them on. */
export const PROFILE: Readonly<Record<string, unknown>> = {
  role_arn: "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
  region: "us-east-1",
  workers: 2,
  worker_type: "G.1X",
  schema: "default",
  location: "s3://bucket/data",
  idle_timeout: 10,
  query_timeout_in_minutes: 300,
  session_provisioning_timeout_in_seconds: 20,
  boto_retry_mode: "standard",
  boto_retry_max_attempts: 3,
};

export interface SessionFixture {
  readonly endpoint: GlueEndpoint;
  /** The engine that runs the session's statements. */
  readonly engine: Adapter;
  readonly events: EngineEvent[];
  readonly interrupt: AbortController;
  /** Process ids that still run. */
  readonly alive: Set<number>;
  readonly leaseFolder: string;
  /** Another run against the same endpoint. */
  open(options?: Readonly<Record<string, unknown>>, pid?: number): Adapter;
  close(): Promise<void>;
}

/** A Glue endpoint on the embedded engine, and adapters for it. */
export async function openSessionFixture(
  endpointOptions: Partial<GlueEndpointOptions> = {},
): Promise<SessionFixture> {
  const engine = await createLocalAdapter({ path: ":memory:" });
  const endpoint = await startGlueEndpoint({
    startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
    ...endpointOptions,
  });
  const events: EngineEvent[] = [];
  const alive = new Set([1]);
  const interrupt = new AbortController();
  const opened: Adapter[] = [];
  const leaseFolder = mkdtempSync(join(tmpdir(), "dbt-glue-leases-"));
  return {
    endpoint,
    engine,
    events,
    interrupt,
    alive,
    leaseFolder,
    open(options = {}, pid = 1) {
      const adapter = openSessionAdapter({
        options: { ...PROFILE, endpoint_url: endpoint.url, ...options },
        env: { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
        driver: "assets/glue-driver.py",
        run: "00000000-0000-0000-0000-000000000000",
        project: "shop",
        owner: "ann@laptop",
        tenant: { pid, host: "laptop", isAlive: (other) => alive.has(other) },
        leaseFolder,
        emit: (event) => events.push(event),
        signal: interrupt.signal,
      });
      opened.push(adapter);
      return adapter;
    },
    async close() {
      for (const adapter of opened) await adapter.close();
      await endpoint.close();
      await engine.close();
      rmSync(leaseFolder, { recursive: true });
    },
  };
}
