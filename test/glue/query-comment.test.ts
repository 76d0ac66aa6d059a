import { expect, it } from "vitest";
import { unpackRequest } from "../../src/adapters/spark/driver-protocol.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";
import { glueProfile } from "../support/glue-profile.ts";

const ENV = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

it.each([
  ["dbt's own", "", "", /^\/\* \{"app": "dbt".*"node_id": "model\.shop\.a"\} \*\/\n/],
  [
    "the project's",
    "query-comment: \"by {{ node.name }}, it's \\\\ 'quoted'\"",
    "query-comment: not this one",
    /^\/\* by a, it's \\ 'quoted' \*\/\n/,
  ],
  ["the profile's", "", "query-comment: my comment", /^\/\* my comment \*\/\n/],
] as const)("the query comment reaches Spark: %s", async (_, line, option, expected) => {
  const endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:" });
  try {
    const project = tempProject({
      "dbt_project.yml": `name: shop\nprofile: shop\n${line}\n`,
      "profiles.yml": glueProfile(endpoint.url, [option]),
      "models/a.sql": "select 1 as id",
    });
    const { exitCode, stdout } = await project.run("run", ENV);
    expect(exitCode, stdout).toBe(0);
    const [session] = [...endpoint.accounts.all()].flatMap((a) => [...a.sessions.values()]);
    const texts = [...(session?.statements.values() ?? [])].flatMap(({ code }) => {
      const payload = /\.step\("\w+", "([\w+/=]*)"\)/.exec(code)?.[1];
      return payload === undefined ? [] : unpackRequest(payload).submit.map((work) => work.text);
    });
    expect(texts.find((text) => text.includes("create"))).toMatch(expected);
  } finally {
    await endpoint.close();
  }
});
