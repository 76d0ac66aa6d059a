import { EngineError } from "./engine-error.ts";

/** A call to AWS that did not work, in AWS's words. */
export interface AwsCall {
  /** `Glue`, `S3`, `STS`, `LakeFormation`. */
  readonly service: string;
  /** `CreateSession`, `ListObjectsV2`, ... */
  readonly operation: string;
  /** What the service or the client said. */
  readonly message: string;
  readonly cause: unknown;
}

/** There is nobody to make the call as. */
export function awsCredentialsMissing(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_CREDENTIALS_MISSING",
    message: `${call.service} was not asked to do ${call.operation}, because there are no AWS credentials: ${sentence(call.message)}`,
    hint: "Sign in (aws sso login), name an AWS profile in AWS_PROFILE or in the target's `profile`, or run on the embedded engine with --local.",
    cause: call.cause,
  });
}

/** The credentials were good once. */
export function awsCredentialsExpired(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_CREDENTIALS_EXPIRED",
    message: `${call.service} refused ${call.operation}, because the AWS credentials have expired: ${sentence(call.message)}`,
    hint: "Sign in again, for instance with: aws sso login. Then: dbt-glue retry",
    cause: call.cause,
  });
}

/** Keys that AWS does not know, or a signature that does not fit. */
export function awsCredentialsRefused(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_CREDENTIALS_REFUSED",
    message: `${call.service} refused ${call.operation}, because it does not accept the AWS credentials: ${sentence(call.message)}`,
    hint: "See who you are with: aws sts get-caller-identity. A wrong region or clock gives this answer too.",
    cause: call.cause,
  });
}

/** Somebody is known, and may not do it. */
export function awsAccessDenied(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_ACCESS_DENIED",
    message: `${call.service} refused ${call.operation}: ${sentence(call.message)}`,
    hint: permissionHint(call),
    cause: call.cause,
  });
}

/** More calls in a second than the account may make; all retries met the same answer. */
export function awsThrottled(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_THROTTLED",
    kind: "database",
    message: `${call.service} did not take ${call.operation} for too many calls, however often it was tried: ${sentence(call.message)}`,
    hint: "Use fewer threads, raise boto_retry_max_attempts, or ask AWS for a higher rate.",
    cause: call.cause,
  });
}

/** A quota of the account is used up, such as its interactive sessions. */
export function awsLimitReached(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_LIMIT_REACHED",
    kind: "database",
    message: `${call.service} refused ${call.operation}, because a limit of the account is reached: ${sentence(call.message)}`,
    hint: "dbt-glue session list shows what runs; dbt-glue session reap stops what nobody uses.",
    cause: call.cause,
  });
}

/** No answer, or a failure inside the service. */
export function awsUnavailable(call: AwsCall): EngineError {
  return new EngineError({
    code: "AWS_UNAVAILABLE",
    kind: "database",
    message: `${call.service} gave no usable answer to ${call.operation}, however often it was tried: ${sentence(call.message)}`,
    hint: "Look at the network, at the region and at endpoint_url in profiles.yml. Then: dbt-glue retry",
    cause: call.cause,
  });
}

/** Anything else that a service refuses, with its name for it. */
export function awsCallFailed(call: AwsCall, exception: string): EngineError {
  return new EngineError({
    code: "AWS_CALL_FAILED",
    kind: "database",
    message: `${call.service} refused ${call.operation} (${exception}): ${sentence(call.message)}`,
    cause: call.cause,
  });
}

const DENIED = /not authorized to perform:? ([\w-]+:\w+)(?: on resource:? ([^\s,]+))?/;

/** Names the missing permission as far as AWS named it. */
function permissionHint({ message, operation }: AwsCall): string {
  const [, action, resource] = DENIED.exec(message) ?? [];
  const subject = resource === undefined ? "" : ` on ${resource}`;
  if (action === "iam:PassRole")
    return `Whoever runs dbt-glue needs iam:PassRole${subject}, with the condition iam:PassedToService = glue.amazonaws.com.`;
  return `Whoever runs dbt-glue needs ${action ?? `the permission for ${operation}`}${subject}. All that the project needs shows: dbt-glue iam-policy`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "no reason was given.";
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
