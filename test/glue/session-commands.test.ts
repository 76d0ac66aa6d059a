import { hostname } from "node:os";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type { SessionStatus } from "../../src/glue-endpoint/state/session.ts";
import { glueProfile } from "../support/glue-profile.ts";
import { tempProject } from "../support/temp-project.ts";
import type { TempProject } from "../support/temp-project.ts";

const ENV = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", USER: "ann" };
/** No process has it: Linux counts to 4194304. */
const DEAD = 99_999_999;

let endpoint: GlueEndpoint;
beforeEach(async () => {
  endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:" });
});
afterEach(() => endpoint.close());

function project(options = ""): TempProject {
  return tempProject({
    "profiles.yml": glueProfile(endpoint.url, [options]),
    "models/a.sql": "{{ config(materialized='view') }} select 1 as id",
  });
}

function statuses(): SessionStatus[] {
  return [...endpoint.accounts.all()].flatMap((a) => [...a.sessions.values()].map((s) => s.status));
}

/** A session as a killed run leaves it: alive, with the lease of a process that is gone. */
async function killedRun(shop: TempProject): Promise<string> {
  shop.write({
    "profiles.yml": shop
      .read("profiles.yml")
      .replace(
        "schema: dev",
        "schema: dev\n      glue_session_id: lost\n      glue_session_reuse: true",
      ),
  });
  await shop.run("run", ENV);
  const folder = join(shop.root, ".dbt/glue_sessions");
  const [file] = readdirSync(folder);
  const lease = JSON.parse(shop.read(`.dbt/glue_sessions/${file ?? ""}`)) as object;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file ?? ""), JSON.stringify({ ...lease, pid: DEAD, kept: false }));
  return "lost";
}

describe("dbt-glue session", () => {
  it("leaves neither session nor lease behind after a run", async () => {
    const shop = project();
    await shop.run("run", ENV);
    expect(statuses()).toEqual(["STOPPED"]);
    expect(readdirSync(join(shop.root, ".dbt/glue_sessions"))).toEqual([]);
    expect((await shop.run("session list", ENV)).stdout).toContain("No sessions.");
  });

  it("list shows a kept session with its owner, and reap lets it be", async () => {
    const shop = project("glue_session_reuse: true");
    await shop.run("run", ENV);
    const { stdout } = await shop.run("session list", ENV);
    expect(stdout).toMatch(/dbt-glue +READY +kept +2 x G\.1X/);
    expect(stdout).toContain(`ann@${hostname()}`);
    expect((await shop.run("session reap", ENV)).results).toEqual([]);
    expect(statuses()).toEqual(["READY"]);
  });

  it("stop ends a session by its id", async () => {
    const shop = project("glue_session_reuse: true");
    await shop.run("run", ENV);
    expect((await shop.run("session stop dbt-glue", ENV)).exitCode).toBe(0);
    expect(statuses()).toEqual(["STOPPED"]);
  });

  it("stop needs an id", async () => {
    expect((await project().run("session stop", ENV)).stdout).toContain("SESSION_ID_MISSING");
  });

  it("reap ends the session of a killed run", async () => {
    const shop = project();
    const id = await killedRun(shop);
    expect((await shop.run("session list", ENV)).stdout).toContain("orphaned");
    expect((await shop.run("session reap", ENV)).results).toEqual([id]);
    expect(statuses()).toEqual(["STOPPED"]);
  });

  it("is done by the next run too, before it writes", async () => {
    const shop = project();
    await killedRun(shop);
    shop.write({
      "profiles.yml": shop
        .read("profiles.yml")
        .replace("glue_session_id: lost\n      glue_session_reuse: true", "threads: 1"),
    });
    const { stdout } = await shop.run("run", ENV);
    expect(stdout).toContain('Stopped the Glue session "lost", whose run had been killed');
    expect(statuses()).toEqual(["STOPPED", "STOPPED"]);
  });

  it("reap leaves sessions of other machines, unless they are old", async () => {
    const shop = project("glue_session_reuse: true");
    await shop.run("run", ENV);
    const other = { ...ENV, HOME: join(shop.root, "elsewhere") };
    expect((await shop.run("session list", other)).stdout).toContain("elsewhere");
    expect((await shop.run("session reap --older-than 60", other)).results).toEqual([]);
    expect((await shop.run("session reap --older-than 0", other)).results).toEqual(["dbt-glue"]);
  });

  it("has nothing to show on an engine without sessions", async () => {
    expect((await tempProject().run("session list")).stdout).toContain("SESSIONS_UNKNOWN");
  });
});
