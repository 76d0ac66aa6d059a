import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

export interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly modified: Date;
}

/** Objects of S3 as files: `root/bucket/key`. Spark reads and writes the same files. */
export interface BucketFolder {
  buckets(): Promise<readonly string[]>;
  hasBucket(bucket: string): Promise<boolean>;
  createBucket(bucket: string): Promise<void>;
  /** In the order of keys, as S3 lists them. */
  list(bucket: string, prefix: string): Promise<readonly StoredObject[]>;
  head(bucket: string, key: string): Promise<StoredObject | undefined>;
  read(bucket: string, key: string): Promise<Buffer>;
  write(bucket: string, key: string, body: Buffer): Promise<void>;
  /** No error where there is none. */
  remove(bucket: string, key: string): Promise<void>;
}

export function createBucketFolder(root: string): BucketFolder {
  const pathOf = (bucket: string, key: string): string => {
    const home = join(root, bucket);
    const path = resolve(home, key);
    return path === home || path.startsWith(home + sep)
      ? path
      : join(home, encodeURIComponent(key));
  };
  const statOf = async (bucket: string, key: string) =>
    stat(pathOf(bucket, key)).catch(() => undefined);
  return {
    buckets: () => readdir(root).catch(() => []),
    hasBucket: async (bucket) => (await statOf(bucket, ""))?.isDirectory() ?? false,
    async createBucket(bucket) {
      await mkdir(pathOf(bucket, ""), { recursive: true });
    },
    async list(bucket, prefix) {
      const home = pathOf(bucket, "");
      const files = await filesUnder(pathOf(bucket, prefix.slice(0, prefix.lastIndexOf("/") + 1)));
      const found = await Promise.all(
        files
          .map((path) => ({ path, key: relative(home, path).split(sep).join("/") }))
          .filter(({ path, key }) => key.startsWith(prefix) && !isChecksum(path))
          .map(async ({ path, key }) => {
            const stats = await stat(path).catch(() => undefined);
            return stats && { key, size: stats.size, modified: stats.mtime };
          }),
      );
      return found
        .filter((object) => object !== undefined)
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
    },
    async head(bucket, key) {
      const stats = await statOf(bucket, key);
      return stats?.isFile() ? { key, size: stats.size, modified: stats.mtime } : undefined;
    },
    read: (bucket, key) => readFile(pathOf(bucket, key)),
    async write(bucket, key, body) {
      const path = pathOf(bucket, key);
      if (key.endsWith("/")) {
        await mkdir(path, { recursive: true });
        return;
      }
      await mkdir(dirname(path), { recursive: true });
      await rm(checksumOf(path), { force: true });
      await writeFile(path, body);
    },
    async remove(bucket, key) {
      const path = pathOf(bucket, key);
      if ((await statOf(bucket, key))?.isFile()) {
        await rm(path, { force: true });
        await rm(checksumOf(path), { force: true });
      }
      await removeEmptyFolders(key.endsWith("/") ? path : dirname(path), pathOf(bucket, ""));
    },
  };
}

export function etagOf(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}

/** Hadoop keeps a checksum beside each local file; S3 knows of none. */
function checksumOf(path: string): string {
  return join(dirname(path), `.${path.slice(dirname(path).length + 1)}.crc`);
}

function isChecksum(path: string): boolean {
  return /[/\\]\.[^/\\]*\.crc$/.test(path);
}

/** S3 has no folders: one without files is not there. */
async function removeEmptyFolders(from: string, home: string): Promise<void> {
  for (let folder = from; folder.startsWith(home + sep); folder = dirname(folder)) {
    const left = await readdir(folder).catch(() => ["?"]);
    // Hudi makes folders ahead of files, which S3 would not have.
    const isHudis =
      folder.split(sep).includes(".hoodie") && (await filesUnder(folder)).length === 0;
    if (isHudis) await rm(folder, { recursive: true, force: true });
    else if (left.length > 0) return;
    else await rmdir(folder).catch(() => undefined);
  }
}
