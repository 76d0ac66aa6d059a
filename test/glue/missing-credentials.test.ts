import { expect, it } from "vitest";
import { glueProfile } from "../support/glue-profile.ts";
import { tempProject } from "../support/temp-project.ts";

const PROFILES = glueProfile(undefined, ["profile: nobody-has-this-profile"]);

it("says that there are no credentials, and what to do", async () => {
  const project = tempProject({ "profiles.yml": PROFILES, "models/a.sql": "select 1 as id" });
  const { exitCode, stdout } = await project.run("run");
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("AWS_CREDENTIALS_MISSING");
  expect(stdout).toContain("aws sso login");
  expect(stdout).not.toContain("BUG");
});
