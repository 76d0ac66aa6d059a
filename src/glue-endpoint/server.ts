import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import type { FaultInjector } from "./fault-injector.ts";
import { GlueFault, faultOf } from "./glue-fault.ts";
import { readInput } from "./request.ts";
import type { GlueRequest } from "./request.ts";

/** Answers one operation: JSON members in, JSON members out, or a GlueFault. */
export type Operation = (request: GlueRequest) => Promise<object> | object;

/**
 * The wire: awsJson1.1 over HTTP. `POST /` with `x-amz-target: AWSGlue.<Operation>`; errors are
 * `{ "__type": ..., "Message": ... }`. Signatures are not checked, their credential scope is read.
 */
export function createGlueServer(
  operations: ReadonlyMap<string, Operation>,
  faults: FaultInjector,
): Server {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, operations, faults).catch(() => outgoing.destroy());
  });
  // Clients keep connections; a short timeout here would race with their next call.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  operations: ReadonlyMap<string, Operation>,
  faults: FaultInjector,
): Promise<void> {
  const body = await readBody(incoming);
  try {
    const request = decode(incoming, body);
    const operation = operations.get(request.operation);
    if (!operation)
      throw new GlueFault("UnknownOperationException", `Unknown operation: ${request.operation}`);
    await faults.before(request);
    const output = await operation(request);
    if (faults.losesAnswer(request)) {
      outgoing.destroy();
      return;
    }
    send(outgoing, 200, output);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.type === "ConnectionReset") outgoing.destroy();
    else send(outgoing, fault.status, { __type: fault.type, Message: fault.message });
  }
}

function decode(incoming: IncomingMessage, body: string): GlueRequest {
  const target = header(incoming, "x-amz-target");
  if (!target?.startsWith("AWSGlue."))
    throw new GlueFault("UnknownOperationException", "This endpoint serves the AWS Glue API only.");
  let members: unknown;
  try {
    members = JSON.parse(body || "{}");
  } catch {
    throw new GlueFault("SerializationException", "The body is not JSON.");
  }
  if (typeof members !== "object" || members === null)
    throw new GlueFault("SerializationException", "The body is not a JSON object.");
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/glue\//.exec(
    header(incoming, "authorization") ?? "",
  );
  return {
    operation: target.slice("AWSGlue.".length),
    input: readInput(members as Record<string, unknown>),
    accessKey: scope?.[1] ?? "anonymous",
    region: scope?.[2] ?? "us-east-1",
    invocationId: header(incoming, "amz-sdk-invocation-id"),
  };
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  outgoing.writeHead(status, {
    "content-type": "application/x-amz-json-1.1",
    "content-length": Buffer.byteLength(text),
    "x-amzn-requestid": randomUUID(),
  });
  outgoing.end(text);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function header(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
