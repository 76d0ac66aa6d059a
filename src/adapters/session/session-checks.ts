import type { Check } from "../../adapter/check.ts";
import type { Connection } from "../../adapter/connection.ts";
import {
  formatSettingsMissing,
  roleArnMalformed,
  roleOfOtherAccount,
} from "../../errors/aws-check-errors.ts";
import { awsErrorName } from "./aws/aws-error.ts";
import { formatGaps, libraryFormats } from "./settings/format-preset.ts";
import type { AwsClients } from "./aws/glue-clients.ts";
import { isFileLocation } from "./storage/file-storage.ts";
import { optionText } from "./settings/read-session-settings.ts";
import type { Options } from "./settings/read-session-settings.ts";
import { parseS3Location } from "./storage/s3-location.ts";

export interface SessionCheckFacts {
  readonly clients: AwsClients;
  /** The profile's options. */
  readonly options: Options;
  readonly fileFormats: ReadonlySet<string>;
  /** Opens a lane of the target's session. */
  readonly connect: () => Promise<Connection>;
}

/** What `dbt-glue debug` looks at on AWS, from the ground up. Only the last one costs money. */
export function sessionChecks(facts: SessionCheckFacts): readonly Check[] {
  const { clients, options } = facts;
  return [
    { title: "region", run: async () => (await clients.glue()).config.region() },
    { title: "identity", isGround: true, run: () => identity(clients) },
    { title: "role", run: () => role(facts) },
    { title: "database", run: () => database(facts) },
    { title: "location", run: () => location(clients, optionText(options, "location") ?? "") },
    { title: "formats", run: () => Promise.resolve(formats(facts)) },
    { title: "session and iam:PassRole", isGround: true, run: () => session(facts) },
  ];
}

async function identity(clients: AwsClients): Promise<string> {
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const { Arn } = await (await clients.sts()).send(new GetCallerIdentityCommand({}));
  return Arn ?? "unknown";
}

/** CreateSession's rule for roles. */
const ROLE = /^arn:aws[^:]*:iam::(\d*):role\/.+$/;

/** Only a role of one's own account can be passed; a local endpoint has one account for all. */
async function role({ clients, options }: SessionCheckFacts): Promise<string> {
  const arn = optionText(options, "role_arn") ?? "";
  const [, account] = ROLE.exec(arn) ?? [];
  if (account === undefined) throw roleArnMalformed(arn);
  if (optionText(options, "endpoint_url") !== undefined) return arn;
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const caller = await (await clients.sts()).send(new GetCallerIdentityCommand({}));
  if (caller.Account !== account) throw roleOfOtherAccount(arn, caller.Account ?? "unknown");
  return arn;
}

async function database({ clients, options }: SessionCheckFacts): Promise<string> {
  const { GetDatabaseCommand } = await import("@aws-sdk/client-glue");
  const name = (optionText(options, "schema") ?? "").toLowerCase();
  const catalogId = optionText(options, "catalog_id");
  const catalog = catalogId === undefined ? {} : { CatalogId: catalogId };
  const client = await clients.catalog();
  try {
    const answer = await client.send(new GetDatabaseCommand({ ...catalog, Name: name }));
    const uri = answer.Database?.LocationUri;
    return uri === undefined || uri === "" ? name : `${name} at ${uri}`;
  } catch (error) {
    if (awsErrorName(error) !== "EntityNotFoundException") throw error;
    return `${name} is not there yet; the first run creates it`;
  }
}

/** Reads only: whether Spark may write there is the session's role's affair. */
async function location(clients: AwsClients, uri: string): Promise<string> {
  if (isFileLocation(uri)) return `${uri} (a folder)`;
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const { bucket: Bucket, key: Prefix } = parseS3Location(uri);
  const client = await clients.s3();
  const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }));
  return page.KeyCount === 0 ? `${uri} is empty` : uri;
}

function formats({ options, fileFormats }: SessionCheckFacts): string {
  const gaps = formatGaps(options, fileFormats);
  if (gaps.length > 0) throw formatSettingsMissing(gaps);
  const needed = libraryFormats(fileFormats);
  return needed.length === 0 ? "none with settings of its own" : needed.join(", ");
}

/** Starting the session is what needs iam:PassRole; AWS says so when it is missing. */
async function session({ connect }: SessionCheckFacts): Promise<string> {
  const started = performance.now();
  const connection = await connect();
  await connection.execute("select 1 as id");
  await connection.close();
  return `started in ${((performance.now() - started) / 1000).toFixed(1)} s`;
}
