import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type { Session } from "../../src/glue-endpoint/state/session.ts";
import { tempProject } from "../support/temp-project.ts";
import { glueProfile } from "../support/glue-profile.ts";

const ENV = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
const PROFILES = ["session_profiles: {big: {workers: 9}}"];

let endpoint: GlueEndpoint;
beforeEach(async () => {
  endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:" });
});
afterEach(() => endpoint.close());

function sessions(): readonly Session[] {
  return [...endpoint.accounts.all()].flatMap((account) => [...account.sessions.values()]);
}

describe("the sessions of a build", () => {
  it("are one for nodes with equal settings, however those are written", async () => {
    const project = tempProject({
      "profiles.yml": glueProfile(endpoint.url, PROFILES),
      "models/a.sql": "{{ config(glue_session='big') }} select 1 as id",
      "models/b.sql": "{{ config(glue_session={'workers': 9}) }} select * from {{ ref('a') }}",
      "models/c.sql": "{{ config(meta={'workers': 9}) }} select * from {{ ref('b') }}",
      "models/d.sql": "select * from {{ ref('c') }}",
    });
    const { exitCode, stdout } = await project.run("build", ENV);
    expect(exitCode, stdout).toBe(0);
    const sizes = sessions().map(({ settings }) => settings.numberOfWorkers);
    expect(sizes.sort()).toEqual([2, 9]);
    expect(sessions().map(({ status }) => status)).toEqual(["STOPPED", "STOPPED"]);
  });

  it("end with their node where each has its own", async () => {
    const project = tempProject({
      "profiles.yml": glueProfile(endpoint.url, ["enable_session_per_model: true"]),
      "models/a.sql": "select 1 as id",
      "models/b.sql": "select * from {{ ref('a') }}",
    });
    await project.run("build", ENV);
    const [a, b] = sessions();
    expect([a, b].map((session) => session?.settings.id)).toEqual([
      "dbt-glue__model_shop_a",
      "dbt-glue__model_shop_b",
    ]);
    expect(a?.completedOn).toBeLessThanOrEqual(b?.createdOn ?? 0);
  });

  it("cost something, which is said for the run, its nodes and in glue_costs.json", async () => {
    const project = tempProject({
      "profiles.yml": glueProfile(endpoint.url),
      "models/a.sql": "{{ config(materialized='table') }} select 1 as id",
    });
    const { stdout } = await project.run("build", ENV);
    expect(stdout).toMatch(/Cost: 120 DPU-seconds, \$0\.0147 in 1 session/);
    const { results } = project.readJson("target/run_results.json") as {
      results: { adapter_response: { dpu_seconds: number; cost_usd: number } }[];
    };
    const seconds = results[0]?.adapter_response.dpu_seconds ?? 0;
    expect(seconds).toBeGreaterThan(0);
    expect(project.readJson("target/glue_costs.json")).toMatchObject({
      dpu_seconds: 120,
      sessions: [{ dpu: 2, usd_per_dpu_hour: 0.44 }],
      nodes: { "model.shop.a": { dpu_seconds: seconds } },
    });
  });
});
