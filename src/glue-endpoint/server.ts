import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { FaultInjector } from "./fault-injector.ts";
import { GlueFault, faultOf } from "./glue-fault.ts";
import { sessionOf } from "./glue-service.ts";
import type { HttpAnswer, Service } from "./service.ts";

/** Serves several services under one address, as `endpoint_url` means it. */
export function createEndpointServer(services: readonly Service[], faults: FaultInjector): Server {
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, services, faults).catch(() => outgoing.destroy());
  });
  // Clients keep connections; a short timeout here would race with their next call.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  services: readonly Service[],
  faults: FaultInjector,
): Promise<void> {
  const call = { incoming, body: await readBody(incoming) };
  const service = services.find((each) => each.accepts(call));
  if (!service) {
    send(outgoing, unknownService());
    return;
  }
  const operation = service.operationOf(call);
  try {
    const losesAnswer = await faults.before(operation, sessionOf(call));
    const answer = await service.answer(call);
    if (losesAnswer) outgoing.destroy();
    else send(outgoing, answer);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.type === "ConnectionReset") outgoing.destroy();
    else send(outgoing, service.fault(fault));
  }
}

function unknownService(): HttpAnswer {
  const fault = new GlueFault(
    "UnknownOperationException",
    "This endpoint serves AWS Glue, and of S3 and STS what clients of Glue need.",
  );
  return {
    status: fault.status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": fault.type },
    body: JSON.stringify({ __type: fault.type, Message: fault.message }),
  };
}

function send(outgoing: ServerResponse, { status, headers, body, length }: HttpAnswer): void {
  outgoing.writeHead(status, {
    ...headers,
    "content-length": length ?? (body === undefined ? 0 : Buffer.byteLength(body)),
  });
  outgoing.end(body);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
