import { expect, it } from "vitest";
import { invoke } from "../../src/index.ts";
import { tempProject } from "../support/temp-project.ts";

it("stops a running query when the signal fires, says so, and keeps what was built", async () => {
  const project = tempProject({
    "models/quick.sql": "{{ config(materialized='table') }} select 1 as id",
    "models/slow.sql": `-- depends_on: {{ ref('quick') }}
select max(a.id * b.id) as most from range(0, 1000000) as a cross join range(0, 1000000) as b`,
    "dbt_project.yml": "name: shop\nprofile: shop\nmodels:\n  +materialized: table\n",
  });
  const interrupt = new AbortController();
  let stdout = "";
  const { exitCode, exception } = await invoke(["run"], {
    cwd: project.root,
    env: {},
    signal: interrupt.signal,
    stdout: {
      write(text) {
        stdout += text;
        if (text.includes("START sql table model dev.slow")) {
          setTimeout(() => {
            interrupt.abort();
          }, 200);
        }
      },
    },
  });
  expect(exitCode).toBe(2);
  expect(exception).toMatchObject({ code: "INTERRUPTED" });
  expect(stdout).toMatch(/CANCEL query model\.shop\.slow \.+ \[CANCEL\]/);
  expect(stdout).toContain("Exited because of keyboard interrupt");
  const { results } = project.readJson("target/run_results.json") as {
    results: readonly { unique_id: string; status: string }[];
  };
  expect(results.map((result) => [result.unique_id, result.status])).toEqual([
    ["model.shop.quick", "success"],
  ]);
});
