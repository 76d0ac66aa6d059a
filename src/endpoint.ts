import { fileURLToPath } from "node:url";
import { billedSessions } from "./glue-endpoint/billed-session.ts";
import type { BilledSession } from "./glue-endpoint/billed-session.ts";
import type { Latency, PlannedFault } from "./glue-endpoint/fault-injector.ts";
import { openEndpoint } from "./glue-endpoint/open-endpoint.ts";

export type { BilledSession, Latency, PlannedFault };

export interface LocalGlueEndpointOptions {
  /** What runs statements: the embedded engine, or a real PySpark 3.5. */
  readonly interpreter: "embedded" | "pyspark";
  /** Folder of tables and buckets; made when missing. */
  readonly warehouse: string;
  /** Any free one unless given. */
  readonly port?: number;
  /** Python with pyspark 3.5, for `pyspark`. */
  readonly python?: string;
  /** Folder with the jars of Iceberg, Delta and Hudi, for `pyspark`. */
  readonly jars?: string;
  /** Environment of the Python process: it has to find Java. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly latency?: Latency;
  readonly faults?: readonly PlannedFault[];
}

export interface LocalGlueEndpoint {
  /** `http://127.0.0.1:PORT`, for `AWS_ENDPOINT_URL` or a profile's `endpoint_url`. */
  readonly url: string;
  /** API calls so far, by operation; those of S3 and STS are `S3.PutObject`, `STS.AssumeRole`, ... */
  readonly calls: ReadonlyMap<string, number>;
  sessions(): readonly BilledSession[];
  close(): Promise<void>;
}

/**
 * Serves the AWS Glue API on this machine, for tests of programs that use Glue sessions.
 *
 * @example
 * const endpoint = await openGlueEndpoint({ interpreter: "embedded", warehouse: "glue" });
 * const client = new GlueClient({ endpoint: endpoint.url, region: "us-east-1" });
 * await endpoint.close();
 */
export async function openGlueEndpoint(
  options: LocalGlueEndpointOptions,
): Promise<LocalGlueEndpoint> {
  const endpoint = await openEndpoint({
    ...options,
    env: options.env ?? {},
    program: fileURLToPath(new URL("../assets/glue-repl.py", import.meta.url)),
  });
  return {
    url: endpoint.url,
    calls: endpoint.calls,
    sessions: () => billedSessions(endpoint.accounts),
    close: () => endpoint.close(),
  };
}
