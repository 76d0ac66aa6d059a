import { expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

const PROFILES = `shop:
  target: dev
  outputs:
    dev:
      type: glue
      role_arn: arn:aws:iam::123456789012:role/GlueInteractiveSessionRole
      region: eu-west-1
      workers: 2
      worker_type: G.1X
      schema: dev
      location: s3://bucket/dev
      profile: nobody-has-this-profile
`;

it("says that there are no credentials, and what to do", async () => {
  const project = tempProject({ "profiles.yml": PROFILES, "models/a.sql": "select 1 as id" });
  const { exitCode, stdout } = await project.run("run");
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("AWS_CREDENTIALS_MISSING");
  expect(stdout).toContain("aws sso login");
  expect(stdout).not.toContain("BUG");
});
