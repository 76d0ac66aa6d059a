import { afterEach, describe, expect, it } from "vitest";
import { GetSessionCommand } from "@aws-sdk/client-glue";
import { awsErrorName } from "../../src/adapters/session/aws/aws-error.ts";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import { EngineError } from "../../src/errors/engine-error.ts";
import type { PlannedFault } from "../../src/glue-endpoint/fault-injector.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";

const PASS_ROLE =
  "User: arn:aws:iam::1:user/u is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/Glue because no identity-based policy allows the iam:PassRole action";

let close = (): Promise<void> => Promise.resolve();
afterEach(() => close());

/** What GetSession of a session that is not there rejects with, under a planned fault. */
async function failure(fault?: Partial<PlannedFault>, url?: string): Promise<EngineError> {
  const endpoint = await startGlueEndpoint({
    startInterpreter: () => Promise.reject(new Error("no interpreter")),
    faults: fault ? [{ operation: "GetSession", kind: "denied", at: 1, times: 9, ...fault }] : [],
  });
  close = () => endpoint.close();
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  const clients = createAwsClients({
    region: "eu-west-1",
    endpointUrl: url ?? endpoint.url,
    retryMode: "standard",
    maxAttempts: 2,
  });
  const glue = await clients.glue();
  const error: unknown = await glue
    .send(new GetSessionCommand({ Id: "x" }))
    .catch((e: unknown) => e);
  if (error instanceof EngineError) return error;
  throw error;
}

describe("an AWS call that fails", () => {
  it.each([
    ["throttle", "AWS_THROTTLED"],
    ["error500", "AWS_UNAVAILABLE"],
    ["reset", "AWS_UNAVAILABLE"],
    ["denied", "AWS_ACCESS_DENIED"],
    ["expired", "AWS_CREDENTIALS_EXPIRED"],
  ] as const)("becomes a typed error: %s is %s", async (kind, code) => {
    const error = await failure({ kind });
    expect(error.code).toBe(code);
    expect(error.message).toContain("GetSession");
    expect(error.hint).toBeTruthy();
  });

  it("names the exception that callers may expect", async () => {
    const error = await failure();
    expect(error.code).toBe("AWS_CALL_FAILED");
    expect(awsErrorName(error)).toBe("EntityNotFoundException");
  });

  it("says how to allow a role to be passed", async () => {
    const error = await failure({ message: PASS_ROLE });
    expect(error.hint).toContain("iam:PassRole on arn:aws:iam::1:role/Glue");
    expect(error.hint).toContain("glue.amazonaws.com");
  });

  it("says that nobody answers at the endpoint", async () => {
    const error = await failure(undefined, "http://127.0.0.1:9");
    expect(error.code).toBe("AWS_UNAVAILABLE");
    expect(error.message).toContain("ECONNREFUSED");
  });
});
