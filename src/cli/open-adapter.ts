import type { Adapter } from "../adapter/adapter.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { notSupported } from "../errors/not-supported.ts";

/**
 * The composition root: the one place that knows which engine belongs to which method. Loads that
 * engine only.
 */
export async function openAdapter(runtime: RuntimeConfig): Promise<Adapter> {
  const { credentials } = runtime.profile;
  const method = runtime.flags.local ? "local" : credentials.method;
  switch (method) {
    case "local": {
      const { createLocalAdapter } = await import("../adapters/local/local-adapter.ts");
      return createLocalAdapter({ path: credentials.location });
    }
    case "session":
    case "spark_connect":
      throw notSupported(
        `the method "${method}" (it comes with version 0.2)`,
        "",
        undefined,
        'Add --local to run this target\'s project on the embedded engine, or set "method: local" in profiles.yml.',
      );
  }
}
