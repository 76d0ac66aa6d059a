import { afterAll } from "vitest";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";
import { adapterContract } from "./adapter-contract.ts";

const endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:" });
afterAll(() => endpoint.close());

adapterContract({
  method: "session over the embedded endpoint",
  make: () => Promise.resolve(openTestAdapter(endpoint.url)),
});
