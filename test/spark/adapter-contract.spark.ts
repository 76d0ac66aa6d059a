import { adapterContract } from "../adapter-contract/adapter-contract.ts";
import { openSparkAdapter } from "./session-on-spark.ts";

adapterContract({
  method: "session over PySpark",
  make: () => Promise.resolve(openSparkAdapter()),
});
