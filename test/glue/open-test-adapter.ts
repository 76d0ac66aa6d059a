import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { openSessionAdapter } from "../../src/adapters/session/open-session-adapter.ts";
import { PROFILE } from "./session-fixture.ts";

/** The session adapter as a run of its own opens it, on a local endpoint. */
export function openTestAdapter(
  endpointUrl: string,
  options: Readonly<Record<string, unknown>> = {},
): Adapter {
  return openSessionAdapter({
    options: { ...PROFILE, endpoint_url: endpointUrl, ...options },
    env: { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    driver: "assets/glue-driver.py",
    run: randomUUID(),
    project: "shop",
    owner: "ann@laptop",
    tenant: { pid: process.pid, host: "laptop", isAlive: () => true },
    leaseFolder: mkdtempSync(join(tmpdir(), "dbt-glue-leases-")),
    emit: () => undefined,
    signal: new AbortController().signal,
  });
}
