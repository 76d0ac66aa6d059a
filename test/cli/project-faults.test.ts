import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

describe("a project that cannot be read", () => {
  it("ends with exit code 2, and says what is wrong and where", async () => {
    const project = tempProject({ "dbt_project.yml": "name: my-shop\nprofile: shop\n" });
    const { exitCode, stdout } = await project.run("parse");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("Encountered an error:");
    expect(stdout).toContain("dbt_project.yml:1:1");
    expect(stdout).toContain("1 | name: my-shop");
    expect(stdout).toContain("Hint: ");
  });

  it("leaves no folder behind where there is no project", async () => {
    const project = tempProject();
    project.write({ "elsewhere/note.txt": "" });
    const { exitCode } = await project.run("parse --project-dir elsewhere --profiles-dir .");
    expect(exitCode).toBe(2);
    expect(existsSync(join(project.root, "elsewhere", "logs"))).toBe(false);
  });

  it("is written to logs/dbt.log with where in the program it came from", async () => {
    const project = tempProject({ "dbt_project.yml": "name: shop\nprofile: silver\n" });
    await project.run("parse");
    const log = project.read("logs/dbt.log");
    expect(log).toContain("[info ] [MainThread]: Running with dbt=");
    expect(log).toContain("silver");
    expect(log).toContain("    at ");
  });
});

describe("methods of the next version", () => {
  it("are refused with the way out", async () => {
    const project = tempProject({
      "profiles.yml": `shop:
  target: dev
  outputs:
    dev:
      type: glue
      method: spark_connect
      host: sc://localhost:15002
      schema: dev
`,
    });
    const { exitCode, stdout } = await project.run("debug");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("NOT_SUPPORTED");
    expect(stdout).toContain("--local");
  });
});
