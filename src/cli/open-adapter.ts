import { hostname } from "node:os";
import { join } from "node:path";
import type { Adapter } from "../adapter/adapter.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { notSupported } from "../errors/not-supported.ts";

import type { EventBus } from "../events/event-bus.ts";
import type { Host } from "./host.ts";
import { findAsset } from "./find-asset.ts";

export interface OpenAdapterOptions {
  /** The project's values of `file_format`, as far as they are known. */
  readonly fileFormats: ReadonlySet<string> | undefined;
  readonly events: EventBus;
  readonly invocationId: string;
  readonly host: Host;
}

/**
 * The composition root: the one place that knows which engine belongs to which method. Loads that
 * engine only.
 */
export async function openAdapter(
  runtime: RuntimeConfig,
  { events, fileFormats, invocationId, host }: OpenAdapterOptions,
): Promise<Adapter> {
  const { credentials } = runtime.profile;
  const { project_name: named } = credentials;
  const projectName = typeof named === "string" ? named : undefined;
  const method = runtime.flags.local ? "local" : credentials.method;
  switch (method) {
    case "local": {
      const { createLocalAdapter } = await import("../adapters/local/local-adapter.ts");
      return createLocalAdapter({ path: credentials.location });
    }
    case "session": {
      const { openSessionAdapter } = await import("../adapters/session/open-session-adapter.ts");
      return openSessionAdapter({
        options: credentials,
        env: runtime.env,
        driver: findAsset("assets/glue-driver.py"),
        fileFormats,
        run: invocationId,
        project: projectName ?? runtime.project.name,
        owner: ownerOf(host),
        tenant: { pid: host.pid, host: hostname(), isAlive: host.isAlive },
        leaseFolder: join(host.home, ".dbt", "glue_sessions"),
        signal: host.signal,
        emit: events.emit.bind(events),
      });
    }
    case "spark_connect":
      throw notSupported(
        `the method "${method}"`,
        "",
        undefined,
        'Add --local to run this target\'s project on the embedded engine, or set "method: local" in profiles.yml.',
      );
  }
}

/** `user@host`: who answers for what is started. */
function ownerOf({ env }: Host): string {
  const user = env.USER ?? env.USERNAME;
  return user === undefined ? hostname() : `${user}@${hostname()}`;
}
