// What bench:glue does in Spark beside the two runs: warms it up, prepares targets, compares tables.
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateSessionCommand,
  GetSessionCommand,
  GetStatementCommand,
  GlueClient,
  RunStatementCommand,
  StopSessionCommand,
} from "@aws-sdk/client-glue";

/** First uses of a format take seconds in a fresh JVM; neither side should pay for them. */
export async function warmUp(url) {
  await runCode(
    url,
    `
spark.sql("create database bench_warm location 's3://bench/warm'")
spark.sql("create table bench_warm.p using parquet as select id from range(10)")
spark.sql("create table glue_catalog.bench_warm.i using iceberg as select id from range(10)")
spark.sql("create or replace view bench_warm.v as select * from bench_warm.p")
for i in range(2):
    spark.sql("merge into glue_catalog.bench_warm.i t using bench_warm.p s on t.id = s.id when matched then update set * when not matched then insert *")
    spark.sql("create or replace table glue_catalog.bench_warm.i2 using iceberg as select id from range(10)")
    spark.sql("select count(*) from (select id from glue_catalog.bench_warm.i group by id having count(*) > 1)").collect()
spark.sql("drop database bench_warm cascade")
`,
  );
}

/** The merges have something to merge into: half of the rows, with other amounts. */
export async function prepareTargets(url, schemas) {
  await runCode(
    url,
    `
for schema in ${JSON.stringify(schemas)}:
    spark.sql("create database %s location 's3://bench/%s'" % (schema, schema))
    for i in range(10):
        spark.sql("create table glue_catalog.%s.merge_%d using iceberg location 's3://bench/%s/merge_%d' as select id, id %% 10 as grp, cast(0 as decimal(18, 2)) as amount from range(500)" % (schema, i, schema, i))
`,
  );
}

/** Per schema, one text that differs where any row of any relation does. */
export async function digestsOf(url, schemas) {
  const output = await runCode(
    url,
    `
names = ["table_%d" % i for i in range(20)] + ["merge_%d" % i for i in range(10)] + ["view_%d" % i for i in range(10)]
def digest(schema, name):
    frame = spark.sql("select * from %s.%s" % (schema, name))
    columns = sorted(frame.columns)
    row = frame.selectExpr("xxhash64(%s) as h" % ", ".join(columns)).selectExpr("count(*) as n", "sum(cast(h as decimal(38, 0))) as s").collect()[0]
    return "%s %s %s %s" % (name, row.n, row.s, dict(frame.dtypes))
for schema in ${JSON.stringify(schemas)}:
    print("; ".join(digest(schema, name) for name in names))
`,
  );
  return output.trim().split("\n");
}

async function runCode(url, code) {
  const client = new GlueClient({
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  const SessionId = `bench-${Date.now()}`;
  await client.send(
    new CreateSessionCommand({
      Id: SessionId,
      Role: "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
      Command: { Name: "glueetl", PythonVersion: "3" },
      DefaultArguments: {
        "--conf": "spark.sql.catalog.spark_catalog=org.apache.iceberg.spark.SparkSessionCatalog",
      },
    }),
  );
  try {
    await until(async () => {
      const { Session } = await client.send(new GetSessionCommand({ Id: SessionId }));
      return Session.Status === "READY";
    });
    const { Id } = await client.send(new RunStatementCommand({ SessionId, Code: code }));
    const statement = await until(async () => {
      const { Statement } = await client.send(new GetStatementCommand({ SessionId, Id }));
      return Statement.State === "AVAILABLE" ? Statement : undefined;
    });
    if (statement.Output.Status !== "ok")
      throw new Error(`${statement.Output.ErrorName}: ${statement.Output.ErrorValue}`);
    return statement.Output.Data.TextPlain;
  } finally {
    await client.send(new StopSessionCommand({ Id: SessionId }));
    client.destroy();
  }
}

async function until(check) {
  for (;;) {
    const found = await check();
    if (found) return found;
    await sleep(200);
  }
}
