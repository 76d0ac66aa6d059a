import type { GlueClient, GlueClientConfig } from "@aws-sdk/client-glue";
import type { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import type { S3Client } from "@aws-sdk/client-s3";
import type { STSClient } from "@aws-sdk/client-sts";
import { translateAwsErrors } from "./translate-aws-errors.ts";

/** How to reach AWS: from the profile and the environment. */
export interface AwsSettings {
  readonly region: string;
  /** A named profile of ~/.aws. */
  readonly profile?: string;
  /** Role that the client calls the APIs with, beside the session's service role. */
  readonly clientRoleArn?: string;
  readonly externalId?: string;
  /** Instead of AWS's own endpoints: all services that have no endpoint of their own. */
  readonly endpointUrl?: string;
  readonly retryMode: string;
  readonly maxAttempts: number;
}

type Credentials = NonNullable<GlueClientConfig["credentials"]>;

/** One client per service, made when first asked for and shared by all lanes. */
export interface AwsClients {
  glue(): Promise<GlueClient>;
  s3(): Promise<S3Client>;
  sts(): Promise<STSClient>;
  lakeFormation(): Promise<LakeFormationClient>;
  close(): Promise<void>;
}

/**
 * The clients share one credential provider, which refreshes by itself. The retry mode `adaptive`
 * carries a rate limiter per client, so sharing the client shares the limiter. Every client rejects
 * with EngineErrors (see `translateAwsErrors`); `awsErrorName` and `awsErrorKind` tell them apart.
 */
export function createAwsClients(settings: AwsSettings): AwsClients {
  const made: { destroy(): void }[] = [];
  let configuration: ReturnType<typeof clientConfiguration> | undefined;
  const config = (): ReturnType<typeof clientConfiguration> =>
    (configuration ??= clientConfiguration(settings));
  const once = <T extends { destroy(): void }>(make: () => Promise<T>): (() => Promise<T>) => {
    let client: Promise<T> | undefined;
    return () =>
      (client ??= make().then((fresh) => {
        made.push(fresh);
        return fresh;
      }));
  };
  return {
    glue: once(async () => {
      const { GlueClient } = await import("@aws-sdk/client-glue");
      return translateAwsErrors(new GlueClient(await config()));
    }),
    s3: once(async () => {
      const { S3Client } = await import("@aws-sdk/client-s3");
      return translateAwsErrors(
        new S3Client({
          ...(await config()),
          forcePathStyle: settings.endpointUrl !== undefined,
        }),
      );
    }),
    sts: once(async () => {
      const { STSClient } = await import("@aws-sdk/client-sts");
      return translateAwsErrors(new STSClient(await config()));
    }),
    lakeFormation: once(async () => {
      const { LakeFormationClient } = await import("@aws-sdk/client-lakeformation");
      return translateAwsErrors(new LakeFormationClient(await config()));
    }),
    close() {
      for (const client of made) client.destroy();
      return Promise.resolve();
    },
  };
}

async function clientConfiguration(settings: AwsSettings): Promise<{
  region: string;
  credentials: Credentials;
  endpoint?: string;
  retryMode: string;
  maxAttempts: number;
}> {
  const { retryMode, maxAttempts, region, endpointUrl } = settings;
  return {
    region,
    credentials: await credentialsOf(settings),
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
    // botocore's `legacy` has no counterpart; `standard` is its successor.
    retryMode: retryMode === "legacy" ? "standard" : retryMode,
    maxAttempts,
  };
}

async function credentialsOf(settings: AwsSettings): Promise<Credentials> {
  const { fromNodeProviderChain, fromTemporaryCredentials } =
    await import("@aws-sdk/credential-providers");
  const { profile, clientRoleArn, externalId, region, endpointUrl } = settings;
  const base = fromNodeProviderChain(profile === undefined ? {} : { profile });
  if (clientRoleArn === undefined) return base;
  return fromTemporaryCredentials({
    masterCredentials: base,
    params: {
      RoleArn: clientRoleArn,
      RoleSessionName: "dbt-glue",
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
    clientConfig: { region, ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }) },
  });
}
