import { expect, it } from "vitest";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";

it("starts the session with what the project's formats need", async () => {
  const glue = await startEmbeddedEndpoint({ warehouse: ":memory:" });
  const project = tempProject({
    "profiles.yml": `shop:
  target: dev
  outputs:
    dev:
      {type: glue, role_arn: "arn:aws:iam::123456789012:role/Glue", region: eu-west-1, workers: 2,
       worker_type: G.1X, schema: dev, location: "s3://bucket/data", endpoint_url: "${glue.url}", conf: spark.a=1}
`,
    "models/a.sql": "{{ config(materialized='table', file_format='delta') }} select 1 as id",
    "models/b.sql": "{{ config(enabled=false, file_format='hudi') }} select 1 as id",
  });
  const env = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const { exitCode, stdout } = await project.run("run", env);
  expect(exitCode, stdout).toBe(0);
  const [account] = [...glue.accounts.all()];
  const [session] = [...(account?.sessions.values() ?? [])];
  await glue.close();
  expect(session?.settings.defaultArguments).toMatchObject({
    "--datalake-formats": "delta",
    "--conf":
      "spark.a=1 --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
  });
});
