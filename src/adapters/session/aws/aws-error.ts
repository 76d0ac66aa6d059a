import { EngineError } from "../../../errors/engine-error.ts";

/**
 * What kind of failure a call to AWS met; each is handled alike wherever it comes from.
 *
 * - `throttled`, `unavailable` (5xx, connection reset, no answer): may work when tried again.
 * - `missing`, `exists`, `conflict`: the state of things in AWS is another one than expected.
 * - the rest stays as it is until somebody changes something.
 */
export type AwsErrorKind =
  | "credentials-missing"
  | "credentials-expired"
  | "credentials-refused"
  | "denied"
  | "throttled"
  | "limit"
  | "unavailable"
  | "missing"
  | "exists"
  | "conflict"
  | "refused";

/** The services' names for one kind of failure: each service has its own. */
const KIND_OF_NAME: Readonly<Record<string, AwsErrorKind>> = {
  CredentialsProviderError: "credentials-missing",
  TokenProviderError: "credentials-missing",
  ExpiredTokenException: "credentials-expired",
  ExpiredToken: "credentials-expired",
  RequestExpired: "credentials-expired",
  UnrecognizedClientException: "credentials-refused",
  InvalidClientTokenId: "credentials-refused",
  InvalidAccessKeyId: "credentials-refused",
  InvalidSignatureException: "credentials-refused",
  SignatureDoesNotMatch: "credentials-refused",
  MissingAuthenticationTokenException: "credentials-refused",
  AccessDeniedException: "denied",
  AccessDenied: "denied",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  TooManyRequestsException: "throttled",
  RequestLimitExceeded: "throttled",
  SlowDown: "throttled",
  ResourceNumberLimitExceededException: "limit",
  InternalServiceException: "unavailable",
  InternalServerException: "unavailable",
  InternalError: "unavailable",
  OperationTimeoutException: "unavailable",
  ServiceUnavailable: "unavailable",
  TimeoutError: "unavailable",
  RequestTimeout: "unavailable",
  EntityNotFoundException: "missing",
  NoSuchKey: "missing",
  NoSuchBucket: "missing",
  NotFound: "missing",
  AlreadyExistsException: "exists",
  ConcurrentModificationException: "conflict",
};

const NO_CONNECTION = /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * The exception's name as AWS spells it, also of an error that `translateAwsErrors` made; undefined
 * for anything that does not come from AWS.
 */
export function awsErrorName(error: unknown): string | undefined {
  const origin = originOf(error);
  return isFromAws(origin) ? origin.name : undefined;
}

/** What kind of failure it is; undefined for anything that does not come from a call to AWS. */
export function awsErrorKind(error: unknown): AwsErrorKind | undefined {
  const origin = originOf(error);
  if (!(origin instanceof Error)) return undefined;
  const known = KIND_OF_NAME[origin.name];
  if (known !== undefined) return known;
  if (NO_CONNECTION.test(textField(origin, "code"))) return "unavailable";
  if (!isFromAws(origin)) return undefined;
  const { httpStatusCode } = origin.$metadata;
  if (httpStatusCode === 403) return "denied";
  return httpStatusCode !== undefined && httpStatusCode >= 500 ? "unavailable" : "refused";
}

/** The same call may work a little later. */
export function isTransient(error: unknown): boolean {
  const kind = awsErrorKind(error);
  return kind === "throttled" || kind === "unavailable";
}

/** Names of the exceptions with which Glue answers for a session that cannot take statements. */
const SESSION_GONE = new Set([
  "IllegalSessionStateException",
  "InvalidInputException",
  "EntityNotFoundException",
]);

/**
 * Statement calls answer alike for a session that stopped, failed, timed out or never was. Which
 * it is says GetSession.
 */
export function isSessionGone(error: unknown): error is Error {
  const name = awsErrorName(error);
  return name !== undefined && SESSION_GONE.has(name);
}

/** How often the SDK sent the call that failed; 1 where it is not known. */
export function awsAttempts(error: unknown): number {
  const origin = originOf(error);
  return isFromAws(origin) ? (origin.$metadata.attempts ?? 1) : 1;
}

type AwsError = Error & {
  readonly $metadata: { readonly httpStatusCode?: number; readonly attempts?: number };
};

function isFromAws(error: unknown): error is AwsError {
  return error instanceof Error && "$metadata" in error;
}

/** The SDK's error inside of ours. */
function originOf(error: unknown): unknown {
  return error instanceof EngineError ? error.cause : error;
}

function textField(error: Error, name: string): string {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
  return typeof value === "string" ? value : "";
}
