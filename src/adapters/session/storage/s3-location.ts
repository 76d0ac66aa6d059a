import { notAnS3Location, purgeRefused } from "../../../errors/storage-errors.ts";

export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** `s3://bucket/key`, also with Hadoop's schemes `s3a` and `s3n`. */
export function parseS3Location(location: string): S3Location {
  const [, bucket, key = ""] = /^s3[an]?:\/\/([^/]+)\/*(.*)$/s.exec(location) ?? [];
  if (bucket === undefined) throw notAnS3Location(location);
  return { bucket, key };
}

/**
 * The prefix of a folder that may be deleted: strictly inside one of the target's own, never one of
 * them, never a bucket.
 *
 * @throws EngineError PURGE_REFUSED
 */
export function purgeablePrefix(location: string, roots: readonly string[]): S3Location {
  const asked = folder(location);
  if (asked.key === "") throw purgeRefused(location, "it is a whole bucket");
  const isInside = roots
    .map(folder)
    .some(
      (root) =>
        root.bucket === asked.bucket && asked.key !== root.key && asked.key.startsWith(root.key),
    );
  if (!isInside) throw purgeRefused(location, "it is not a folder inside the target's location");
  return asked;
}

/** A prefix without its slash would also match the folders whose names go on: `t` and `t_backup`. */
function folder(location: string): S3Location {
  const { bucket, key } = parseS3Location(location);
  const name = key.replace(/\/+$/, "");
  return { bucket, key: name === "" ? "" : `${name}/` };
}
