import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  awsPrincipals,
  sharedUntilExpiry,
} from "../../src/adapters/session/aws/aws-credentials.ts";
import type { CredentialProvider } from "../../src/adapters/session/aws/aws-credentials.ts";
import { readAwsSettings } from "../../src/adapters/session/aws/aws-settings.ts";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import { motoPython, startMoto } from "./moto.ts";
import type { Moto } from "./moto.ts";

const CLIENT_ROLE = "arn:aws:iam::222222222222:role/deployer";
const SERVICE_ROLE = "arn:aws:iam::333333333333:role/GlueInteractiveSessionRole";

let moto: Moto;

/** Principals of a profile. */
async function principalsOf(options: Record<string, unknown>): ReturnType<typeof awsPrincipals> {
  return awsPrincipals(
    readAwsSettings(
      { region: "eu-west-1", endpoint_url: moto.url, role_arn: SERVICE_ROLE, ...options },
      {},
    ),
  );
}

/** Who AWS says that somebody is. */
async function arnOf(credentials: CredentialProvider): Promise<string | undefined> {
  const sts = new STSClient({ region: "eu-west-1", endpoint: moto.url, credentials });
  try {
    return (await sts.send(new GetCallerIdentityCommand({}))).Arn;
  } finally {
    sts.destroy();
  }
}

describe.skipIf(motoPython === undefined)("who calls AWS", () => {
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.close());

  afterEach(() => {
    delete process.env.AWS_SHARED_CREDENTIALS_FILE;
  });

  it("is the environment's principal by default, for everything", async () => {
    const { client, data } = await principalsOf({});
    expect((await client()).accessKeyId).toBe("test");
    expect(data).toBe(client);
  });

  it("is client_role_arn, for everything", async () => {
    const { client, data } = await principalsOf({
      client_role_arn: CLIENT_ROLE,
      external_id: "secret-1",
    });
    expect(await arnOf(client)).toBe("arn:aws:sts::222222222222:assumed-role/deployer/dbt-glue");
    expect(data).toBe(client);
  });

  it("is the session's role for data, where the profile asks for it", async () => {
    const { client, data } = await principalsOf({
      client_role_arn: CLIENT_ROLE,
      use_interactive_session_role_for_api_calls: true,
    });
    expect(await arnOf(client)).toContain("assumed-role/deployer/");
    expect(await arnOf(data)).toBe(
      "arn:aws:sts::333333333333:assumed-role/GlueInteractiveSessionRole/dbt-glue",
    );
  });

  it("is a named AWS profile, before the environment's keys", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "dbt-glue-")), "credentials");
    writeFileSync(file, "[team]\naws_access_key_id = teamkey\naws_secret_access_key = s\n");
    process.env.AWS_SHARED_CREDENTIALS_FILE = file;
    const { client } = await principalsOf({ profile: "team" });
    expect((await client()).accessKeyId).toBe("teamkey");
  });

  it("says which account the Data Catalog belongs to", async () => {
    expect(await moto.clients.account()).toBe("123456789012");
    const clients = createAwsClients({ ...moto.settings, dataRoleArn: SERVICE_ROLE });
    expect(await clients.account()).toBe("333333333333");
    await clients.close();
  });

  it("gets new keys before the old ones end, once for all clients", async () => {
    let now = Date.now();
    const { fromTemporaryCredentials } = await import("@aws-sdk/credential-providers");
    let assumed = 0;
    const assume = fromTemporaryCredentials({
      params: { RoleArn: CLIENT_ROLE, RoleSessionName: "test" },
      clientConfig: { region: "eu-west-1", endpoint: moto.url },
    });
    const provider = sharedUntilExpiry(
      () => {
        assumed += 1;
        return assume();
      },
      () => now,
    );
    const [first, second] = await Promise.all([provider(), provider()]);
    expect(second).toBe(first);
    now += 50 * 60 * 1000;
    expect(await provider()).toBe(first);
    now += 6 * 60 * 1000;
    const [third, fourth] = await Promise.all([provider(), provider()]);
    expect(third.accessKeyId).not.toBe(first.accessKeyId);
    expect(fourth).toBe(third);
    expect(assumed).toBe(2);
  });

  it("asks again after a role could not be assumed", async () => {
    let calls = 0;
    const provider = sharedUntilExpiry(() => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new Error("not now"))
        : Promise.resolve({ accessKeyId: "a", secretAccessKey: "b" });
    });
    await expect(provider()).rejects.toThrow("not now");
    expect((await provider()).accessKeyId).toBe("a");
  });
});
