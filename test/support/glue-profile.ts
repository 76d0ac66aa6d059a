/**
 * profiles.yml of the project `shop` on AWS Glue, or on an endpoint that stands in for it.
 *
 * @param url - the endpoint; AWS itself when undefined
 * @param more - further lines of the target
 */
export function glueProfile(url: string | undefined, more: readonly string[] = []): string {
  const lines = [
    "type: glue",
    "role_arn: arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
    "region: us-east-1",
    "workers: 2",
    "worker_type: G.1X",
    "schema: dev",
    "location: s3://bucket/dev",
    "threads: 4",
    ...(url === undefined ? [] : [`endpoint_url: ${url}`]),
    ...more.filter((line) => line !== ""),
  ];
  return `shop:\n  target: dev\n  outputs:\n    dev:\n${lines.map((line) => `      ${line}\n`).join("")}`;
}
