import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PolicyDocument, PolicyStatement } from "../../src/commands/iam/policy.ts";
import { tempProject } from "../support/temp-project.ts";

const ROLE = "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole";

const profiles = (more = ""): string => `shop:
  target: dev
  outputs:
    dev: {type: glue, role_arn: "${ROLE}", region: eu-west-1, workers: 2, worker_type: G.1X,
      schema: Analytics, location: "s3://lake/dbt/", ${more}}
`;

const SHOP = {
  "profiles.yml": profiles(),
  "models/a.sql": "select * from {{ source('raw', 'orders') }}",
  "models/b.sql":
    "{{ config(schema='marts', custom_location='s3://other/b', materialized='table') }} select 1 as id",
  "models/off.sql": "{{ config(schema='unused', enabled=false) }} select 1 as id",
  "models/raw.yml": `sources:
  - name: raw
    schema: raw_db
    tables: [{name: orders, external: {location: "s3://landing/orders"}}]
`,
};

interface Policies {
  readonly client: PolicyDocument;
  readonly service: PolicyDocument;
  readonly caller?: PolicyDocument;
}

async function policiesOf(
  files: Readonly<Record<string, string>>,
  options = "",
): Promise<Policies & PolicyDocument> {
  const { exitCode, stdout } = await tempProject(files).run(`iam-policy${options}`);
  expect(exitCode, stdout).toBe(0);
  return JSON.parse(stdout) as Policies & PolicyDocument;
}

function statement({ Statement }: PolicyDocument, sid: string): PolicyStatement | undefined {
  return Statement.find(({ Sid }) => Sid === sid);
}

describe("iam-policy", () => {
  it("prints policies alone, the same each time", async () => {
    const project = tempProject(SHOP);
    const first = await project.run("iam-policy");
    expect(Object.keys(JSON.parse(first.stdout) as object)).toEqual(["client", "service"]);
    expect((await project.run("iam-policy")).stdout).toBe(first.stdout);
  });

  it("prints one of them where one is asked for", async () => {
    const policies = await policiesOf(SHOP);
    expect(await policiesOf(SHOP, " --principal service")).toEqual(policies.service);
    expect(await policiesOf(SHOP, " --principal client")).toEqual(policies.client);
  });

  it("lets the client change the project's databases, and only read the sources'", async () => {
    const { client } = await policiesOf(SHOP);
    const arn = "arn:aws:glue:eu-west-1:123456789012";
    expect(statement(client, "ChangeCatalog")?.Resource).toEqual([
      `${arn}:catalog`,
      `${arn}:database/analytics`,
      `${arn}:database/analytics_marts`,
      `${arn}:table/analytics/*`,
      `${arn}:table/analytics_marts/*`,
    ]);
    expect(statement(client, "ReadCatalog")?.Resource).toContain(`${arn}:table/raw_db/*`);
    expect(statement(client, "RunSessions")?.Resource).toEqual([`${arn}:session/dbt-glue*`]);
    expect(statement(client, "PassServiceRole")).toEqual({
      Sid: "PassServiceRole",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [ROLE],
      Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } },
    });
    expect(statement(client, "ListTableFiles")).toMatchObject({
      Resource: ["arn:aws:s3:::lake", "arn:aws:s3:::other"],
      Condition: { StringLike: { "s3:prefix": ["b", "b/*", "dbt", "dbt/*"] } },
    });
  });

  it("lets the service write below the project's locations, and only read the sources'", async () => {
    const { service } = await policiesOf(SHOP);
    expect(statement(service, "SparkWritesFiles")?.Resource).toEqual([
      "arn:aws:s3:::lake/dbt/*",
      "arn:aws:s3:::other/b/*",
    ]);
    expect(statement(service, "SparkReadsFiles")).toMatchObject({
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::landing/orders/*"],
    });
    expect(statement(service, "SparkChangesCatalog")?.Resource.join()).not.toContain("raw_db");
  });

  it("names Lake Formation, connections and locks only where the project uses them", async () => {
    const plain = JSON.stringify(await policiesOf(SHOP));
    expect(plain).not.toMatch(/lakeformation|connection|ec2|dynamodb/);
    const { client, service } = await policiesOf({
      "profiles.yml": profiles(
        "connections: 'vpc', extra_jars: 's3://libs/a.jar', glue_version: '3.0'",
      ),
      "models/a.sql":
        "{{ config(materialized='table', file_format='iceberg', lf_tags_config={'enabled': true}) }} select 1 as id",
    });
    expect(statement(client, "Govern")?.Action).toEqual([
      "lakeformation:AddLFTagsToResource",
      "lakeformation:GetResourceLFTags",
      "lakeformation:RemoveLFTagsFromResource",
    ]);
    expect(statement(service, "ReadGovernedData")).toBeDefined();
    expect(statement(service, "UseConnections")?.Resource).toContain(
      "arn:aws:glue:eu-west-1:123456789012:connection/vpc",
    );
    expect(statement(service, "SparkReadsFiles")?.Resource).toEqual(["arn:aws:s3:::libs/a.jar"]);
    expect(statement(service, "LockIcebergCommits")).toBeDefined();
  });

  it("follows roles and accounts: who assumes whom, whose catalog it is", async () => {
    const { client, service, caller } = await policiesOf({
      ...SHOP,
      "profiles.yml": profiles(
        'use_interactive_session_role_for_api_calls: true, client_role_arn: "arn:aws:iam::123456789012:role/ci", catalog_id: "999999999999"',
      ),
    });
    expect(caller?.Statement[0]?.Resource).toEqual(["arn:aws:iam::123456789012:role/ci"]);
    expect(statement(client, "ChangeCatalog")).toBeUndefined();
    expect(statement(client, "AssumeServiceRole")?.Resource).toEqual([ROLE]);
    expect(statement(service, "ClientChangeCatalog")?.Resource).toContain(
      "arn:aws:glue:eu-west-1:999999999999:database/analytics",
    );
  });

  it("allows every call that the adapter makes, and no other of the client's", async () => {
    const { client } = await policiesOf({
      ...SHOP,
      "models/c.sql":
        "{{ config(grants={'select': ['x']}, lf_tags_config={'enabled': true}, lf_grants={'data_cell_filters': {}}) }} select 1 as id",
    });
    const allowed = new Set(client.Statement.flatMap(({ Action }) => Action));
    const made = callsOf("src/adapters/session");
    expect([...made].filter((action) => !allowed.has(action))).toEqual([]);
    expect([...allowed].filter((action) => !made.has(action)).sort()).toEqual([
      // Tags of a session, the passing of its role, and what batches stand for, are no calls.
      "glue:TagResource",
      "iam:PassRole",
      "lakeformation:GrantPermissions",
      "lakeformation:RevokePermissions",
    ]);
  });

  it("says what is missing where the target has no role", async () => {
    const { exitCode, stdout } = await tempProject({ "models/a.sql": "select 1 as id" }).run(
      "iam-policy",
    );
    expect(exitCode).toBe(2);
    expect(stdout).toContain("The target has no role_arn");
  });
});

/** Permissions of IAM that are called otherwise than the call itself. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  ListObjectsV2: ["s3:ListBucket"],
  DeleteObjects: ["s3:DeleteObject"],
  GetCallerIdentity: [],
};

/** Calls that the contract has for storage, and that no macro makes. */
const UNUSED = ["GetObject", "PutObject"];

/** The permissions for all calls in a folder's source. */
function callsOf(folder: string): ReadonlySet<string> {
  const actions = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".ts") || entry.endsWith(".test.ts")) continue;
    const source = readFileSync(join(folder, entry), "utf8");
    const service = entry.includes("lake-formation") ? "lakeformation" : "glue";
    for (const [, name = ""] of source.matchAll(/new (?:sdk\.)?([A-Z]\w+)Command\(/g)) {
      if (UNUSED.includes(name)) continue;
      for (const action of PERMISSIONS[name] ?? [`${service}:${name}`]) actions.add(action);
    }
  }
  return actions;
}
