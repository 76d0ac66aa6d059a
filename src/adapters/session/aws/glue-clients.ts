import type { GlueClient } from "@aws-sdk/client-glue";
import type { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import type { S3Client } from "@aws-sdk/client-s3";
import type { STSClient } from "@aws-sdk/client-sts";
import { awsPrincipals } from "./aws-credentials.ts";
import type { AwsPrincipals, CredentialProvider } from "./aws-credentials.ts";
import type { AwsService, AwsSettings } from "./aws-settings.ts";
import { retryConflicts } from "../lake-formation/retry-conflicts.ts";
import { translateAwsErrors } from "./translate-aws-errors.ts";

/** One client per service, made when first asked for and shared by all lanes. */
export interface AwsClients {
  /** Sessions and statements. */
  glue(): Promise<GlueClient>;
  /** The Data Catalog. */
  catalog(): Promise<GlueClient>;
  s3(): Promise<S3Client>;
  /** Knows the client's principal, not the data's. */
  sts(): Promise<STSClient>;
  lakeFormation(): Promise<LakeFormationClient>;
  /** The account that `catalog` belongs to. */
  account(): Promise<string>;
  close(): Promise<void>;
}

/**
 * The clients of a principal share its credentials, which are refreshed in time. The retry mode
 * `adaptive` carries a rate limiter per client, so sharing the client shares the limiter. Every
 * client rejects with EngineErrors (see `translateAwsErrors`); `awsErrorName` and `awsErrorKind`
 * tell them apart.
 */
export function createAwsClients(settings: AwsSettings): AwsClients {
  const made: { destroy(): void }[] = [];
  const principals = once(() => awsPrincipals(settings));
  const configuration = async (service: AwsService, who: keyof AwsPrincipals) =>
    clientConfiguration(settings, service, (await principals())[who]);
  const shared = <T extends { destroy(): void }>(make: () => Promise<T>): (() => Promise<T>) =>
    once(async () => {
      const fresh = await make();
      made.push(fresh);
      return fresh;
    });
  const glueAs = (who: keyof AwsPrincipals) =>
    shared(async () => {
      const { GlueClient } = await import("@aws-sdk/client-glue");
      return translateAwsErrors(new GlueClient(await configuration("glue", who)));
    });
  const sts = shared(async () => {
    const { STSClient } = await import("@aws-sdk/client-sts");
    return translateAwsErrors(new STSClient(await configuration("sts", "client")));
  });
  const glue = glueAs("client");
  return {
    glue,
    catalog: settings.dataRoleArn === undefined ? glue : glueAs("data"),
    s3: shared(async () => {
      const { S3Client } = await import("@aws-sdk/client-s3");
      const config = await configuration("s3", "data");
      // Other servers than AWS's have no host name per bucket.
      const forcePathStyle = config.endpoint !== undefined;
      return translateAwsErrors(new S3Client({ ...config, forcePathStyle }));
    }),
    sts,
    lakeFormation: shared(async () => {
      const { LakeFormationClient } = await import("@aws-sdk/client-lakeformation");
      const client = new LakeFormationClient(await configuration("lakeformation", "data"));
      return translateAwsErrors(retryConflicts(client));
    }),
    account: once(async () => accountOf(settings.dataRoleArn) ?? callerAccount(await sts())),
    close() {
      for (const client of made) client.destroy();
      return Promise.resolve();
    },
  };
}

/** One answer for all; a failure is asked again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function clientConfiguration(
  settings: AwsSettings,
  service: AwsService,
  credentials: CredentialProvider,
): {
  region: string;
  credentials: CredentialProvider;
  endpoint?: string;
  retryMode: string;
  maxAttempts: number;
} {
  const { retryMode, maxAttempts, region, endpointUrl, endpointUrls } = settings;
  const endpoint = endpointUrls?.[service] ?? endpointUrl;
  return {
    region,
    credentials,
    ...(endpoint === undefined ? {} : { endpoint }),
    // botocore's `legacy` has no counterpart; `standard` is its successor.
    retryMode: retryMode === "legacy" ? "standard" : retryMode,
    maxAttempts,
  };
}

/** `arn:aws:iam::123456789012:role/name` */
function accountOf(roleArn: string | undefined): string | undefined {
  return roleArn?.split(":")[4];
}

async function callerAccount(sts: STSClient): Promise<string> {
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  return (await sts.send(new GetCallerIdentityCommand({}))).Account ?? "";
}
