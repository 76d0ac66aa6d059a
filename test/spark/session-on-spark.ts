import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { openSessionAdapter } from "../../src/adapters/session/open-session-adapter.ts";
import { PROFILE } from "../glue/session-fixture.ts";

/** The session adapter on the run's PySpark endpoint, with a Glue session of its own. */
export function openSparkAdapter(options: Readonly<Record<string, unknown>> = {}): Adapter {
  return openSessionAdapter({
    options: {
      ...PROFILE,
      endpoint_url: inject("endpointUrl"),
      location: "s3://dbt-glue-test/data",
      session_provisioning_timeout_in_seconds: 120,
      ...options,
    },
    env: { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    driver: "assets/glue-driver.py",
    run: randomUUID(),
    project: "spark-tests",
    owner: "spark-tests",
    emit: () => undefined,
    signal: new AbortController().signal,
  });
}
