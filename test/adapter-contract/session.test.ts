import { afterAll } from "vitest";
import { openSessionAdapter } from "../../src/adapters/session/open-session-adapter.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import { PROFILE } from "../glue/session-fixture.ts";
import { adapterContract } from "./adapter-contract.ts";

const endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:" });
afterAll(() => endpoint.close());

adapterContract({
  method: "session over the embedded endpoint",
  make: () =>
    Promise.resolve(
      openSessionAdapter({
        options: { ...PROFILE, endpoint_url: endpoint.url },
        env: { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
        driver: "assets/glue-driver.py",
        run: "00000000-0000-0000-0000-000000000000",
        project: "shop",
        owner: "ann@laptop",
        emit: () => undefined,
        signal: new AbortController().signal,
      }),
    ),
});
