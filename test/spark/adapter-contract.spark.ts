import { inject } from "vitest";
import { adapterContract } from "../adapter-contract/adapter-contract.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";

adapterContract({
  method: "session over PySpark",
  skip: [
    {
      reason: "Spark counts rows on ANALYZE TABLE only",
      titles: ["describe gives everything that docs need, with statistics"],
    },
    {
      reason: "UPDATE of a Delta table fails where the extensions of all formats are loaded",
      titles: ["UPDATE and DELETE change rows"],
    },
    {
      reason: "Delta refuses one of two writers that replace a table at the same time",
      titles: ["many lanes create and replace tables at the same time"],
    },
  ],
  make: () =>
    Promise.resolve(
      openTestAdapter(inject("endpointUrl"), {
        location: "s3://dbt-glue-test/data",
        session_provisioning_timeout_in_seconds: 120,
      }),
    ),
});
