import { createLocalAdapter } from "../adapters/local/local-adapter.ts";
import { embeddedCatalogSource } from "./interpreters/embedded-catalog-source.ts";
import { createEmbeddedInterpreter } from "./interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "./start-glue-endpoint.ts";
import type { GlueEndpoint, GlueEndpointOptions } from "./start-glue-endpoint.ts";

export interface EmbeddedEndpointOptions extends Omit<
  GlueEndpointOptions,
  "startInterpreter" | "source"
> {
  /** DuckDB file; `:memory:` for one that is gone when the endpoint closes. */
  readonly warehouse: string;
}

/** The Glue API on the embedded engine: runs this project's lane driver, without Python. */
export async function startEmbeddedEndpoint(
  options: EmbeddedEndpointOptions,
): Promise<GlueEndpoint> {
  const engine = await createLocalAdapter({ path: options.warehouse });
  const endpoint = await startGlueEndpoint({
    ...options,
    startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
    source: embeddedCatalogSource(engine),
  });
  return {
    ...endpoint,
    async close() {
      await endpoint.close();
      await engine.close();
    },
  };
}
