import type { PolicyFacts } from "./policy-facts.ts";

type Place = Pick<PolicyFacts, "partition" | "region" | "catalogAccount">;

/** The Data Catalog itself, which every call on one of its parts needs too. */
export function catalogArn(facts: Place): string {
  return glueArn(facts, facts.catalogAccount, "catalog");
}

/** Databases and all of their tables, with the catalog. */
export function databaseArns(facts: Place, databases: readonly string[]): string[] {
  if (databases.length === 0) return [];
  const arn = (resource: string): string => glueArn(facts, facts.catalogAccount, resource);
  return [
    catalogArn(facts),
    ...databases.flatMap((name) => [arn(`database/${name}`), arn(`table/${name}/*`)]),
  ];
}

export function glueArn(
  { partition, region }: Pick<PolicyFacts, "partition" | "region">,
  account: string,
  resource: string,
): string {
  return `arn:${partition}:glue:${region}:${account}:${resource}`;
}

/** The objects below S3 URIs. */
export function objectArns(
  { partition }: Pick<PolicyFacts, "partition">,
  uris: readonly string[],
): string[] {
  return uris.map((uri) => {
    const { bucket, key } = partsOf(uri);
    if (key === "") return `arn:${partition}:s3:::${bucket}/*`;
    const isFile = /\.(?:jar|py|zip|whl|egg)$/.test(key);
    return `arn:${partition}:s3:::${bucket}/${key}${isFile ? "" : "/*"}`;
  });
}

export function bucketArns(
  { partition }: Pick<PolicyFacts, "partition">,
  uris: readonly string[],
): string[] {
  return uris.map((uri) => `arn:${partition}:s3:::${partsOf(uri).bucket}`);
}

/** What `s3:prefix` may be when the folders of these URIs are listed. */
export function listPrefixes(uris: readonly string[]): string[] {
  const prefixes = uris.flatMap((uri) => {
    const { key } = partsOf(uri);
    return key === "" ? ["*"] : [key, `${key}/*`];
  });
  return [...new Set(prefixes)].sort();
}

function partsOf(uri: string): { bucket: string; key: string } {
  const [, bucket = "", key = ""] = /^s3[an]?:\/\/([^/]+)\/*(.*)$/.exec(uri) ?? [];
  return { bucket, key: key.replace(/\/+$/, "") };
}
