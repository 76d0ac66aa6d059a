import type { S3Client } from "@aws-sdk/client-s3";
import type { Storage } from "../../../adapter/storage.ts";
import { s3DeleteFailed } from "../../../errors/storage-errors.ts";
import { parseS3Location, purgeablePrefix } from "./s3-location.ts";
import type { S3Location } from "./s3-location.ts";

/**
 * Table data in S3. In a bucket with versions a purge leaves delete markers, so that what it
 * deleted can be brought back as long as the bucket's rules keep it.
 *
 * @param roots - locations of the target; nothing outside of them is ever deleted
 */
export function createS3Storage(
  connect: () => Promise<S3Client>,
  roots: readonly string[],
): Storage {
  return {
    async deletePrefix(location) {
      const prefix = purgeablePrefix(location, roots);
      await purge(await connect(), prefix);
    },
    async readObject(location) {
      const { bucket: Bucket, key: Key } = parseS3Location(location);
      const { GetObjectCommand } = await import("@aws-sdk/client-s3");
      const answer = await (await connect()).send(new GetObjectCommand({ Bucket, Key }));
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async writeObject(location, Body) {
      const { bucket: Bucket, key: Key } = parseS3Location(location);
      const { PutObjectCommand } = await import("@aws-sdk/client-s3");
      await (await connect()).send(new PutObjectCommand({ Bucket, Key, Body }));
    },
  };
}

/** Page by page: S3 lists 1,000 keys at most, and deletes as many in one call. */
async function purge(client: S3Client, { bucket, key }: S3Location): Promise<void> {
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: key, ContinuationToken }),
    );
    const keys = (page.Contents ?? []).flatMap((object) => object.Key ?? []);
    if (keys.length > 0) await deleteObjects(client, bucket, keys);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

/** S3 answers 200 and lists what it did not delete. */
async function deleteObjects(
  client: S3Client,
  bucket: string,
  keys: readonly string[],
): Promise<void> {
  const { DeleteObjectsCommand } = await import("@aws-sdk/client-s3");
  const Objects = keys.map((Key) => ({ Key }));
  const { Errors = [] } = await client.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
  );
  const [first] = Errors;
  if (first)
    throw s3DeleteFailed(`s3://${bucket}/${first.Key ?? ""}`, first.Message ?? "", Errors.length);
}
