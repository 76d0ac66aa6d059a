import { inject } from "vitest";
import { adapterContract } from "../adapter-contract/adapter-contract.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";

adapterContract({
  method: "session over PySpark",
  make: () =>
    Promise.resolve(
      openTestAdapter(inject("endpointUrl"), {
        location: "s3://dbt-glue-test/data",
        session_provisioning_timeout_in_seconds: 120,
      }),
    ),
});
