import type { IncomingMessage } from "node:http";
import type { GlueFault } from "./glue-fault.ts";

/** One HTTP request, its body read. */
export interface HttpCall {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  /** Of a body that a HEAD leaves out. */
  readonly length?: number;
}

/** One AWS service behind the endpoint's address. */
export interface Service {
  accepts(call: HttpCall): boolean;
  /** `CreateSession`, `S3.PutObject`, ...: for counting and planned faults. */
  operationOf(call: HttpCall): string;
  answer(call: HttpCall): Promise<HttpAnswer>;
  /** An error in the service's own shape. */
  fault(fault: GlueFault): HttpAnswer;
}
