import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

describe("init", () => {
  it("writes a project with a profile for the embedded engine", async () => {
    const { root, run, read } = tempProject();
    const { exitCode, stdout } = await run("init my_shop");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("cd my_shop");
    expect(read("my_shop/dbt_project.yml")).toContain("name: my_shop");
    expect(read("my_shop/profiles.yml")).toContain("method: local");
    expect(existsSync(join(root, "my_shop/models/staging/stg_orders.sql"))).toBe(true);
  });

  it("asks for nothing where nobody answers, and says what it needs", async () => {
    const { exitCode, stdout } = await tempProject().run("init");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("name of the project");
  });

  it("never writes over a folder", async () => {
    const project = tempProject({ "my_shop/keep.txt": "mine" });
    const { exitCode, stdout } = await project.run("init my_shop");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("my_shop");
    expect(project.read("my_shop/keep.txt")).toBe("mine");
  });

  it("refuses a name that dbt refuses", async () => {
    const { exitCode, stdout } = await tempProject().run("init my-shop");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("my-shop");
  });
});

describe("clean", () => {
  it("deletes the target folder", async () => {
    const project = tempProject({ "target/manifest.json": "{}" });
    const { exitCode, stdout } = await project.run("clean");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Cleaned target/*");
    expect(stdout).toContain("Finished cleaning all paths.");
    expect(existsSync(join(project.root, "target"))).toBe(false);
  });

  it("refuses the project's sources and folders outside, and then deletes nothing", async () => {
    for (const target of ["models", ".", "../elsewhere"]) {
      const project = tempProject({
        "dbt_project.yml": `name: shop\nprofile: shop\nclean-targets: [target, ${target}]\n`,
        "target/manifest.json": "{}",
        "models/a.sql": "select 1 as id",
      });
      const { exitCode, stdout } = await project.run("clean");
      expect(exitCode).toBe(2);
      expect(stdout).toContain("CLEAN_TARGET_PROTECTED");
      expect(existsSync(join(project.root, "target"))).toBe(true);
      expect(existsSync(join(project.root, "models/a.sql"))).toBe(true);
    }
  });
});
