import { profileOptionMissing } from "../../../errors/session-settings-errors.ts";
import type { Options } from "../settings/read-session-settings.ts";

export type AwsService = "glue" | "s3" | "sts" | "lakeformation";

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** How to reach AWS: from the profile and the environment. */
export interface AwsSettings {
  readonly region: string;
  /** A named profile of ~/.aws. */
  readonly profile?: string;
  /** The environment's keys; absent: the SDK looks for credentials where it always does. */
  readonly keys?: AwsKeys;
  /** Role that the client calls the APIs with, beside the session's service role. */
  readonly clientRoleArn?: string;
  readonly externalId?: string;
  /** Role for the Data Catalog, S3 and Lake Formation, where it is not the client's own. */
  readonly dataRoleArn?: string;
  /** Instead of AWS's own endpoints: all services that have no endpoint of their own. */
  readonly endpointUrl?: string;
  readonly endpointUrls?: Readonly<Partial<Record<AwsService, string>>>;
  readonly retryMode: string;
  readonly maxAttempts: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws EngineError PROFILE_OPTION_MISSING where neither profile nor environment has a region */
export function readAwsSettings(options: Options, env: Environment): AwsSettings {
  const region = text(options.region) ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (region === undefined) throw profileOptionMissing("region", "says where Glue runs");
  const dataRole =
    options.use_interactive_session_role_for_api_calls === true ? options.role_arn : undefined;
  return {
    region,
    retryMode: text(options.boto_retry_mode) ?? "adaptive",
    maxAttempts: Number(options.boto_retry_max_attempts ?? 10),
    endpointUrls: endpointsOf(env),
    ...whoOf(text(options.profile), env),
    ...optional("clientRoleArn", options.client_role_arn),
    ...optional("externalId", options.external_id),
    ...optional("dataRoleArn", dataRole),
    ...optional("endpointUrl", options.endpoint_url),
  };
}

/**
 * boto3's order: the profile that the target names, the environment's keys (a `.env` file's are in
 * it too), the profile that the environment names.
 */
function whoOf(
  profile: string | undefined,
  env: Environment,
): Pick<AwsSettings, "profile" | "keys"> {
  const accessKeyId = text(env.AWS_ACCESS_KEY_ID);
  const secretAccessKey = text(env.AWS_SECRET_ACCESS_KEY);
  if (profile !== undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return optional("profile", profile ?? env.AWS_PROFILE);
  return {
    keys: { accessKeyId, secretAccessKey, ...optional("sessionToken", env.AWS_SESSION_TOKEN) },
  };
}

/** The environment names one service at a time, so it is asked before the profile's `endpoint_url`. */
function endpointsOf(env: Environment): Partial<Record<AwsService, string>> {
  return {
    ...optional("glue", env.AWS_ENDPOINT_URL_GLUE),
    ...optional("s3", env.AWS_ENDPOINT_URL_S3),
    ...optional("sts", env.AWS_ENDPOINT_URL_STS),
    ...optional("lakeformation", env.AWS_ENDPOINT_URL_LAKEFORMATION),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  const found = text(value);
  return found === undefined ? {} : ({ [key]: found } as Record<K, string>); // one key, K
}
