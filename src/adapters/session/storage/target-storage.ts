import type { Storage } from "../../../adapter/storage.ts";
import { createFileStorage, isFileLocation } from "./file-storage.ts";
import type { AwsClients } from "../aws/glue-clients.ts";
import { createS3Storage } from "./s3-storage.ts";

/** Where the target's tables lie: S3, or folders where a local endpoint stands in for AWS. */
export function targetStorage(clients: AwsClients, roots: readonly string[]): Storage {
  const s3 = createS3Storage(
    () => clients.s3(),
    roots.filter((root) => !isFileLocation(root)),
  );
  const files = createFileStorage(roots);
  const storageOf = (location: string): Storage => (isFileLocation(location) ? files : s3);
  return {
    deletePrefix: (location) => storageOf(location).deletePrefix(location),
    readObject: (location) => storageOf(location).readObject(location),
    writeObject: (location, body) => storageOf(location).writeObject(location, body),
  };
}
