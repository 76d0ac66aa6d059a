import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

const MISSING_PROFILE = { "dbt_project.yml": "name: shop\nprofile: silver\n" };

describe("output options", () => {
  it("--quiet shows errors only", async () => {
    const { stdout } = await tempProject(MISSING_PROFILE).run("parse --quiet");
    expect(stdout).not.toContain("Running with dbt");
    expect(stdout).toContain("silver");
  });

  it("--log-level none shows nothing, and the log file has all", async () => {
    const project = tempProject(MISSING_PROFILE);
    const { stdout } = await project.run("parse --log-level none --log-level-file debug");
    expect(stdout).toBe("");
    expect(project.read("logs/dbt.log")).toContain("silver");
  });

  it("--log-format json gives one object per line", async () => {
    const { stdout } = await tempProject(MISSING_PROFILE).run("parse --log-format json");
    const names = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { info: { name: string } }).info.name);
    expect(names).toEqual(["MainReportVersion", "MainEncounteredError"]);
  });

  it("--log-path chooses the folder of dbt.log", async () => {
    const project = tempProject(MISSING_PROFILE);
    await project.run(["parse", "--log-path", `${project.root}/elsewhere`]);
    expect(project.read("elsewhere/dbt.log")).toContain("silver");
  });

  it("never shows the value of a secret", async () => {
    const project = tempProject({
      "profiles.yml": `shop:
  target: dev
  outputs:
    dev: {type: glue, method: "{{ env_var('DBT_ENV_SECRET_METHOD') }}", schema: dev, location: x}
`,
    });
    const { exitCode, stdout } = await project.run("parse", { DBT_ENV_SECRET_METHOD: "hush-hush" });
    expect(exitCode).toBe(2);
    expect(stdout).not.toContain("hush-hush");
    expect(project.read("logs/dbt.log")).not.toContain("hush-hush");
  });
});
