import type { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { AwsSettings } from "./aws-settings.ts";

/** Gives keys to sign with; asked before every call. */
export type CredentialProvider = ReturnType<typeof fromNodeProviderChain>;
export type AwsCredentials = Awaited<ReturnType<CredentialProvider>>;

export interface AwsPrincipals {
  /** Starts sessions and runs statements: the profile's principal, or `client_role_arn`. */
  readonly client: CredentialProvider;
  /** Reads the Data Catalog, S3 and Lake Formation: the client, or the session's own role. */
  readonly data: CredentialProvider;
}

/**
 * Who calls AWS. Each role is assumed once for all clients, and again shortly before its keys end.
 */
export async function awsPrincipals(settings: AwsSettings): Promise<AwsPrincipals> {
  const { fromNodeProviderChain } = await import("@aws-sdk/credential-providers");
  const { keys, profile, clientRoleArn, externalId, dataRoleArn } = settings;
  const base: CredentialProvider =
    keys === undefined
      ? fromNodeProviderChain(profile === undefined ? {} : { profile })
      : () => Promise.resolve(keys);
  const client =
    clientRoleArn === undefined
      ? base
      : await assumed(settings, base, { arn: clientRoleArn, externalId });
  const data =
    dataRoleArn === undefined ? client : await assumed(settings, client, { arn: dataRoleArn });
  return { client, data };
}

interface Role {
  readonly arn: string;
  readonly externalId?: string | undefined;
}

async function assumed(
  { region, endpointUrl, endpointUrls }: AwsSettings,
  masterCredentials: CredentialProvider,
  { arn, externalId }: Role,
): Promise<CredentialProvider> {
  const { fromTemporaryCredentials } = await import("@aws-sdk/credential-providers");
  const endpoint = endpointUrls?.sts ?? endpointUrl;
  return sharedUntilExpiry(
    fromTemporaryCredentials({
      masterCredentials,
      params: {
        RoleArn: arn,
        RoleSessionName: "dbt-glue",
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      },
      clientConfig: { region, ...(endpoint === undefined ? {} : { endpoint }) },
    }),
  );
}

/** Long enough for a call and its retries to end before the keys do. */
const MARGIN_MS = 5 * 60 * 1000;

/** One answer of `provider` for all who ask, until it is about to expire. */
export function sharedUntilExpiry(
  provider: CredentialProvider,
  now: () => number = Date.now,
): CredentialProvider {
  let current: Promise<AwsCredentials> | undefined;
  const isGood = async (answer: Promise<AwsCredentials>): Promise<boolean> => {
    const { expiration } = await answer;
    return expiration === undefined || expiration.getTime() - now() > MARGIN_MS;
  };
  const renew = (): Promise<AwsCredentials> => {
    const fresh = provider();
    current = fresh;
    // A refusal is no answer to keep: the next call asks again.
    fresh.catch(() => {
      if (current === fresh) current = undefined;
    });
    return fresh;
  };
  return async () => {
    const known = current;
    if (known === undefined) return renew();
    if (await isGood(known)) return known;
    return current === known ? renew() : (current ?? renew());
  };
}
