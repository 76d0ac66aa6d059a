import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLocalWarehouse, type LocalResult } from "../src/local.ts";
import { runIn, type CliRun } from "./support/temp-project.ts";

// Counts and values were read from real Spark 3.5 after real dbt had built the example there.

const example = fileURLToPath(new URL("../examples/flights", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "dbt-glue-example-"));
const runs: { first?: CliRun; second?: CliRun } = {};

beforeAll(async () => {
  const generated = /warehouse\.duckdb|(target|logs)$/;
  cpSync(example, project, { recursive: true, filter: (path) => !generated.test(path) });
  runs.first = await runIn(project, ["build"]);
  runs.second = await runIn(project, ["build"]);
}, 120_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

async function query(sql: string): Promise<LocalResult["rows"]> {
  const warehouse = await openLocalWarehouse({ path: join(project, "warehouse.duckdb") });
  try {
    return (await warehouse.execute(sql)).rows;
  } finally {
    await warehouse.close();
  }
}

describe("the example project", () => {
  it("builds: everything passes, and the test that should warn warns", () => {
    expect(runs.first?.stdout).toContain("Completed with 1 warning:");
    expect(runs.first?.stdout).toMatch(/Done\. PASS=\d+ WARN=1 ERROR=0 SKIP=0 NO-OP=1 /);
    expect(runs.first?.exitCode).toBe(0);
  });

  it("builds again", () => {
    expect(runs.second?.stdout).toMatch(/Done\. PASS=\d+ WARN=1 ERROR=0 SKIP=0 NO-OP=1 /);
    expect(runs.second?.exitCode).toBe(0);
  });

  it("runs its hook", () => {
    expect(runs.first?.stdout).toMatch(/slowest: \w+ \d+\.\d\ds/);
  });

  it("counts flights as Spark does", async () => {
    expect(
      await query("select count(*), sum(departures), sum(arrivals) from flights.airport_traffic"),
    ).toEqual([[300n, 7009711n, 7009710n]]);
    expect(
      await query(
        "select airport_code, departures, arrivals, connected_airports from flights.airport_traffic where traffic_rank = 1",
      ),
    ).toEqual([["ATL", 414513n, 414521n, 173n]]);
  });

  it("computes shares as Spark's decimals", async () => {
    expect(
      await query(
        "select state, airports, busiest_airport_code, percent_of_departures from flights.state_traffic order by departures desc limit 2",
      ),
    ).toEqual([
      ["CA", 26n, "LAX", "11.77"],
      ["TX", 24n, "DFW", "10.67"],
    ]);
  });

  it("keeps every partition of the incremental model over two runs", async () => {
    expect(
      await query(
        "select year, count(*), round(sum(highest_fahrenheit), 1) from flights.daily_weather group by year order by year",
      ),
    ).toEqual([
      [2012, 732n, 45267.1],
      [2013, 730n, 44825.4],
      [2014, 730n, 45229.7],
      [2015, 730n, 46382.1],
    ]);
  });

  it("merges by key over two runs", async () => {
    expect(
      await query(
        "select city, month, record_high_celsius, wet_days from flights.weather_records where month = 7 order by city",
      ),
    ).toEqual([
      ["New York", 7, 37.8, 50n],
      ["Seattle", 7, 35, 24n],
    ]);
    expect(await query("select count(*) from flights.weather_records")).toEqual([[24n]]);
  });

  it("has one version of each airport in the snapshot", async () => {
    expect(
      await query("select count(*), count(dbt_valid_to) from flights_history.airport_names"),
    ).toEqual([[3376n, 0n]]);
  });

  it("keeps the rows of the test that stores its failures", async () => {
    expect(
      await query("select count(*) from flights_test_failures.not_null_stg_airports_city"),
    ).toEqual([[12n]]);
  });

  it("documents itself", async () => {
    const { exitCode } = await runIn(project, ["docs", "generate"]);
    expect(exitCode).toBe(0);
    const catalog = JSON.parse(readFileSync(join(project, "target/catalog.json"), "utf8")) as {
      nodes: Record<string, { metadata: object; columns: Record<string, { comment: string }> }>;
    };
    const traffic = catalog.nodes["model.flights.airport_traffic"];
    expect(traffic?.metadata).toMatchObject({ type: "table", schema: "flights" });
    expect(traffic?.columns.departures?.comment).toBe("Flights that left in 2008.");
  });
});
