import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Storage } from "../../adapter/storage.ts";

/** Locations are paths, or `file:` URIs as Spark prints them. */
export const localStorage: Storage = {
  deletePrefix: async (location) => {
    await rm(localPath(location), { recursive: true, force: true });
  },
  readObject: async (location) => await readFile(localPath(location)),
  writeObject: async (location, body) => {
    const path = localPath(location);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
  },
};

function localPath(location: string): string {
  if (location.startsWith("file://")) return fileURLToPath(location);
  return location.replace(/^file:/, "");
}
