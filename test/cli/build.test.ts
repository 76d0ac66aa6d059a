import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

const SHOP = {
  "seeds/raw_orders.csv": "id,amount\n1,5\n2,7\n",
  "models/orders.sql": "select id, amount from {{ ref('raw_orders') }}",
  "models/revenue.sql":
    "{{ config(materialized='table') }} select sum(amount) as total from {{ ref('orders') }}",
  "models/models.yml":
    "models:\n  - name: orders\n    columns:\n      - name: id\n        data_tests: [unique]\n",
};

const PROFILES_OF_A_BRANCH = `shop:
  target: dev
  outputs:
    dev: {type: glue, method: local, location: warehouse.duckdb, schema: branch, threads: 1}
`;

interface RunResults {
  readonly results: readonly { readonly unique_id: string; readonly status: string }[];
  readonly args: Readonly<Record<string, unknown>>;
}

function statuses(artifact: unknown): Readonly<Record<string, string>> {
  const { results } = artifact as RunResults;
  return Object.fromEntries(results.map(({ unique_id: id, status }) => [id, status]));
}

describe("build", () => {
  it("runs everything in the order of the references, and exits with 0", async () => {
    const project = tempProject(SHOP);
    const { exitCode, stdout } = await project.run("build");
    expect(stdout).toContain("Found 2 models, 1 seed, 1 test,");
    expect(stdout).toContain("1 of 4 START seed file dev.raw_orders");
    expect(stdout).toMatch(
      /4 of 4 OK created sql table model dev\.revenue \.+ \[OK in \d+\.\d\ds\]/,
    );
    expect(stdout).toContain("Done. PASS=4 WARN=0 ERROR=0 SKIP=0 NO-OP=0 REUSED=0 TOTAL=4");
    expect(exitCode).toBe(0);
    expect(Object.values(statuses(project.readJson("target/run_results.json")))).toEqual([
      "success",
      "success",
      "pass",
      "success",
    ]);
  });

  it("skips what is downstream of a failing test, exits with 1, and repeats the failure", async () => {
    const project = tempProject({ ...SHOP, "seeds/raw_orders.csv": "id,amount\n1,5\n1,7\n" });
    const { exitCode, stdout } = await project.run("build");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("SKIP relation dev.revenue");
    expect(stdout).toContain("Completed with 1 error, 0 partial successes, and 0 warnings:");
    expect(stdout).toContain("[ERROR]: in test unique_orders_id (models/models.yml)");
    expect(stdout).toContain("  Got 1 result, configured to fail if != 0");
    expect(stdout).toContain("compiled code at target/compiled/shop/models/models.yml/");
  });

  it("says where in the model the engine stopped", async () => {
    const project = tempProject({
      "models/bad.sql": "select no_such_column from (select 1 as id)",
    });
    const { exitCode, stdout } = await project.run("run");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("[ERROR]: in model bad (models/bad.sql)");
    expect(stdout).toContain("no_such_column");
  });

  it("does nothing, and says so, where nothing is selected", async () => {
    const project = tempProject(SHOP);
    const { exitCode, stdout } = await project.run("run --select tag:none");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Nothing to do.");
    expect(existsSync(join(project.root, "warehouse.duckdb"))).toBe(false);
    expect(statuses(project.readJson("target/run_results.json"))).toEqual({});
  });

  it("writes no artifacts with --no-write-json", async () => {
    const project = tempProject(SHOP);
    await project.run("build --no-write-json");
    expect(existsSync(join(project.root, "target/manifest.json"))).toBe(false);
    expect(existsSync(join(project.root, "target/run_results.json"))).toBe(false);
  });

  it("makes a warning an error by its name", async () => {
    const project = tempProject(SHOP);
    const { exitCode, stdout } = await project.run([
      ...["run", "--select", "tag:none"],
      ...["--warn-error-options", "{error: [NothingToDo]}"],
    ]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain("WARNING_AS_ERROR");
  });
});

describe("seed --show", () => {
  it("shows some rows of what it loaded", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("seed --show");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "\nRandom sample of table: dev.raw_orders\n--------------------------------------\n| id | amount |\n",
    );
    expect(stdout).toContain("|  2 |      7 |\n");
  });
});

describe("--defer", () => {
  it("takes what was not built here from the other environment", async () => {
    const project = tempProject(SHOP);
    await project.run("build --target-path state");
    project.write({ "profiles.yml": PROFILES_OF_A_BRANCH });
    const { exitCode, stdout } = await project.run("run --select revenue --defer --state state");
    expect(stdout).toContain("OK created sql table model branch.revenue");
    expect(exitCode).toBe(0);
    expect(project.read("target/compiled/shop/models/revenue.sql")).toContain("from dev.orders");
  });

  it("needs to know where", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("run --defer");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("DEFER_STATE_MISSING");
  });
});

describe("retry", () => {
  it("runs what failed and what was skipped, with the flags of the first run", async () => {
    const project = tempProject({
      ...SHOP,
      "models/orders.sql": "select id, {{ var('amount') }} as amount from {{ ref('raw_orders') }}",
    });
    const first = await project.run(["build", "--vars", "amount: no_such_column"]);
    expect(first.exitCode).toBe(1);
    const second = await project.run(["retry", "--vars", "amount: id"]);
    expect(second.stdout).toContain("Done. PASS=3 WARN=0 ERROR=0 SKIP=0 NO-OP=0 REUSED=0 TOTAL=3");
    expect(second.exitCode).toBe(0);
    const { args } = project.readJson("target/run_results.json") as RunResults;
    expect(args.which).toBe("build");
  });

  it("is an error without an earlier run", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("retry");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("PREVIOUS_RUN_MISSING");
  });
});

describe("clone", () => {
  const DELTA = {
    "models/total.sql":
      "{{ config(materialized='table', file_format='delta') }} select 12 as total",
  };

  it("makes a table from the one of the other environment, once", async () => {
    const project = tempProject(DELTA);
    await project.run("build --target-path state");
    project.write({ "profiles.yml": PROFILES_OF_A_BRANCH });
    const { exitCode, stdout } = await project.run("clone --state state");
    expect(stdout).toContain("Done. PASS=1 WARN=0 ERROR=0 SKIP=0 NO-OP=0 REUSED=0 TOTAL=1");
    expect(exitCode).toBe(0);
    const shown = await project.run([
      ...["show", "-q", "--output", "json", "--inline-direct"],
      "select total from branch.total",
    ]);
    expect(JSON.parse(shown.stdout)).toEqual({ show: [{ total: 12 }] });
    expect((await project.run("clone --state state")).stdout).toContain("already exists");
  });

  it("needs the state", async () => {
    const { exitCode, stdout } = await tempProject(DELTA).run("clone");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("DEFER_STATE_MISSING");
  });
});
