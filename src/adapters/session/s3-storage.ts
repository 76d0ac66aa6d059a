import type { S3Client } from "@aws-sdk/client-s3";
import type { Storage } from "../../adapter/storage.ts";
import { purgeRefused, s3DeleteFailed } from "../../errors/session-errors.ts";

interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Table data in S3.
 *
 * @param roots - locations of the target; nothing outside of them is ever deleted
 */
export function createS3Storage(
  connect: () => Promise<S3Client>,
  roots: readonly string[],
): Storage {
  return {
    async deletePrefix(location) {
      await purge(await connect(), guarded(location, roots));
    },
    async readObject(location) {
      const [client, { GetObjectCommand }] = await Promise.all([
        connect(),
        import("@aws-sdk/client-s3"),
      ]);
      const { bucket, key } = parseLocation(location);
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async writeObject(location, body) {
      const [client, { PutObjectCommand }] = await Promise.all([
        connect(),
        import("@aws-sdk/client-s3"),
      ]);
      const { bucket, key } = parseLocation(location);
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    },
  };
}

export function parseLocation(location: string): S3Location {
  const match = /^s3[an]?:\/\/([^/]+)\/?(.*)$/.exec(location);
  if (match?.[1] === undefined) throw purgeRefused(location, "it is not an S3 URI");
  return { bucket: match[1], key: match[2] ?? "" };
}

/** A prefix that is safe to delete: a folder strictly inside one of the target's own. */
function guarded(location: string, roots: readonly string[]): S3Location {
  const asked = parseLocation(location);
  const prefix = asked.key.endsWith("/") ? asked.key : `${asked.key}/`;
  if (prefix === "/") throw purgeRefused(location, "it is a whole bucket");
  const inside = roots.map(parseLocation).some(({ bucket, key }) => {
    const root = key === "" || key.endsWith("/") ? key : `${key}/`;
    return bucket === asked.bucket && prefix.startsWith(root) && prefix.length > root.length;
  });
  if (!inside) throw purgeRefused(location, "it lies outside of the target's location");
  return { bucket: asked.bucket, key: prefix };
}

/** Pages of 1,000 keys, S3's most; an answer of 200 may still hold errors. */
async function purge(client: S3Client, { bucket, key }: S3Location): Promise<void> {
  const { DeleteObjectsCommand, ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: key, ContinuationToken }),
    );
    const Objects = (page.Contents ?? []).map((object) => ({ Key: object.Key }));
    if (Objects.length > 0) {
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      const [first] = Errors;
      if (first)
        throw s3DeleteFailed(
          `s3://${bucket}/${first.Key ?? ""}`,
          first.Message ?? "",
          Errors.length,
        );
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}
