import {
  awsAccessDenied,
  awsCallFailed,
  awsCredentialsExpired,
  awsCredentialsMissing,
  awsCredentialsRefused,
  awsLimitReached,
  awsThrottled,
  awsUnavailable,
} from "../../../errors/aws-errors.ts";
import type { AwsCall } from "../../../errors/aws-errors.ts";
import { EngineError } from "../../../errors/engine-error.ts";
import { awsErrorKind } from "./aws-error.ts";

/** The part of every AWS client that this needs: the services' own types differ. */
interface MiddlewareStack {
  add(middleware: never, options: { step: "initialize"; name: string; priority: "high" }): void;
}

type Handler = (request: unknown) => Promise<unknown>;

/**
 * Makes a client reject with an EngineError that says which call failed, why, and what to do. It
 * sees a call's last failure, when the SDK has given up its retries. The SDK's own error is the
 * `cause`: `awsErrorName` and `awsErrorKind` look through to it, so callers that expect an
 * exception (a missing table, say) ask those.
 */
export function translateAwsErrors<Client extends { readonly middlewareStack: MiddlewareStack }>(
  client: Client,
): Client {
  const middleware =
    (next: Handler, context: { clientName?: string; commandName?: string }): Handler =>
    async (request) => {
      try {
        return await next(request);
      } catch (error) {
        throw describeFailure(error, {
          service: (context.clientName ?? "AWS").replace(/Client$/, ""),
          operation: (context.commandName ?? "a call").replace(/Command$/, ""),
          message: messageOf(error),
          cause: error,
        });
      }
    };
  client.middlewareStack.add(middleware as never, {
    step: "initialize",
    name: "translateAwsErrors",
    priority: "high",
  });
  return client;
}

function describeFailure(error: unknown, call: AwsCall): unknown {
  if (error instanceof EngineError) return error;
  const kind = awsErrorKind(error);
  switch (kind) {
    case "credentials-missing":
      return awsCredentialsMissing(call);
    case "credentials-expired":
      return awsCredentialsExpired(call);
    case "credentials-refused":
      return awsCredentialsRefused(call);
    case "denied":
      return awsAccessDenied(call);
    case "throttled":
      return awsThrottled(call);
    case "limit":
      return awsLimitReached(call);
    case "unavailable":
      return awsUnavailable(call);
    case "missing":
    case "exists":
    case "conflict":
    case "refused":
      return awsCallFailed(call, error instanceof Error ? error.name : "Error");
    case undefined:
      // Not from AWS: a failure of this program stays what it is.
      return error;
  }
}

/** A failed connection is an AggregateError without a message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "")
    return error.errors.map((each) => messageOf(each)).join("; ");
  return error instanceof Error ? error.message : String(error);
}
