import { randomUUID } from "node:crypto";
import { GlueFault } from "./glue-fault.ts";
import { readInput } from "./request.ts";
import type { GlueRequest } from "./request.ts";
import type { HttpAnswer, HttpCall, Service } from "./service.ts";

/** Answers one operation: JSON members in, JSON members out, or a GlueFault. */
export type Operation = (request: GlueRequest) => Promise<object> | object;

const TARGET = "AWSGlue.";

/**
 * awsJson1.1: `POST /` with `x-amz-target: AWSGlue.<Operation>`; errors are
 * `{ "__type": ..., "Message": ... }`. Signatures are not checked, their credential scope is read.
 */
export function createGlueService(operations: ReadonlyMap<string, Operation>): Service {
  return {
    accepts: ({ incoming }) => header(incoming.headers["x-amz-target"]).startsWith(TARGET),
    operationOf: ({ incoming }) => header(incoming.headers["x-amz-target"]).slice(TARGET.length),
    async answer(call) {
      const request = decode(call);
      const operation = operations.get(request.operation);
      if (!operation)
        throw new GlueFault("UnknownOperationException", `Unknown operation: ${request.operation}`);
      return json(200, await operation(request));
    },
    fault: ({ type, message, status }) => json(status, { __type: type, Message: message }),
  };
}

/** The session that a call is about: statement calls name it `SessionId`, its own calls `Id`. */
export function sessionOf({ body }: HttpCall): string | undefined {
  const text = body.toString("utf8");
  return (/"SessionId"\s*:\s*"([^"]+)"/.exec(text) ?? /"Id"\s*:\s*"([^"]+)"/.exec(text))?.[1];
}

function decode({ incoming, body }: HttpCall): GlueRequest {
  let members: unknown;
  try {
    members = JSON.parse(body.toString("utf8") || "{}");
  } catch {
    throw new GlueFault("SerializationException", "The body is not JSON.");
  }
  if (typeof members !== "object" || members === null)
    throw new GlueFault("SerializationException", "The body is not a JSON object.");
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/glue\//.exec(
    incoming.headers.authorization ?? "",
  );
  const invocation = header(incoming.headers["amz-sdk-invocation-id"]);
  return {
    operation: header(incoming.headers["x-amz-target"]).slice(TARGET.length),
    input: readInput(members as Record<string, unknown>),
    accessKey: scope?.[1] ?? "anonymous",
    region: scope?.[2] ?? "us-east-1",
    invocationId: invocation === "" ? undefined : invocation,
  };
}

function json(status: number, body: object): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": randomUUID() },
    body: JSON.stringify(body),
  };
}

function header(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
