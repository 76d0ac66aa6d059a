import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, it } from "vitest";

const run = promisify(execFile);
const python = process.env.DBT_GLUE_TEST_PYTHON ?? "python3";
const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_DEFAULT_REGION: "eu-west-1",
  AWS_EC2_METADATA_DISABLED: "true",
};

let seen: Record<string, unknown>;
beforeAll(async () => {
  const script = join(import.meta.dirname, "boto3-client.py");
  const { stdout } = await run(python, [script, inject("endpointUrl")], { env });
  seen = JSON.parse(stdout) as Record<string, unknown>;
});

// Errors and texts as the service and Livy's interpreter give them: glue-endpoint/README.md.
describe("boto3 on the local endpoint", () => {
  it("sees a session's life", () => {
    expect(seen).toMatchObject({
      created: "PROVISIONING",
      twice: "AlreadyExistsException",
      unknown: "EntityNotFoundException",
      session: ["READY", 5, true],
      stopped: "boto",
      after: "IllegalSessionStateException",
      gone: "boto",
    });
    expect(["InvalidInputException", "no error"]).toContain(seen["too early"]);
  });

  it("gets from statements what Livy's Python interpreter prints", () => {
    expect(seen).toMatchObject({
      first: [0, "AVAILABLE", "ok", "2"],
      milliseconds: true,
      echo: "a\n2",
      loop: "0\n1",
      "stderr last": "x\n'y'\nwarn",
      failed: [
        "error",
        "ValueError",
        "boom",
        [
          "Traceback (most recent call last):\n",
          '  File "<stdin>", line 2, in f\n',
          "ValueError: boom\n",
        ],
      ],
      syntax: "SyntaxError",
      exit: "SystemExit",
      "left over": "before\n'after'",
      spark: "42",
    });
  });

  it("meets the service's limits", () => {
    expect(seen["too long"]).toMatch(
      /InvalidInputException|ValidationException|ParamValidationError/,
    );
    expect(seen.longest).toBe("ok");
  });

  it("cancels statements that wait and that run", () => {
    expect(seen["waiting cancelled"]).toBe("CANCELLED");
    expect(seen["running cancelled"]).toBe("CANCELLED");
  });

  it("shares one catalog and one S3 with Spark", () => {
    expect(seen).toMatchObject({
      table: [
        ["id", "int"],
        ["v", "string"],
      ],
      location: "s3://boto-bucket/db/t",
      files: true,
      deleted: "False",
      "no table": "EntityNotFoundException",
      read: "2",
    });
  });

  it("learns who it is, and assumes a role", () => {
    expect(seen.identity).toBe("123456789012");
    expect(seen.assumed).toBe(
      "arn:aws:sts::123456789012:assumed-role/GlueInteractiveSessionRole/me",
    );
  });
});

describe("the AWS CLI on the local endpoint", () => {
  it("lists sessions and databases, and uploads to S3", async () => {
    const aws = async (...args: string[]): Promise<string> => {
      const cli = ["-m", "awscli", "--endpoint-url", inject("endpointUrl"), ...args];
      return (await run(python, cli, { env })).stdout;
    };
    expect(JSON.parse(await aws("glue", "list-sessions"))).toMatchObject({
      Sessions: expect.any(Array) as unknown,
    });
    expect(await aws("glue", "get-databases", "--query", "DatabaseList[].Name")).toContain(
      '"default"',
    );
    await aws("s3api", "create-bucket", "--bucket", "cli-bucket");
    await aws("s3", "cp", join(import.meta.dirname, "boto3-client.py"), "s3://cli-bucket/a/b.py");
    expect(await aws("s3", "ls", "--recursive", "s3://cli-bucket/")).toMatch(/ a\/b\.py$/m);
  });
});
