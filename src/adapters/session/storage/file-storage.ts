import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Storage } from "../../../adapter/storage.ts";
import { purgeRefused } from "../../../errors/storage-errors.ts";

export function isFileLocation(location: string): boolean {
  return location.startsWith("file:");
}

/** Table data in folders: what `location: file:/...` means to a local endpoint's Spark. */
export function createFileStorage(roots: readonly string[]): Storage {
  return {
    async deletePrefix(location) {
      const path = pathOf(location);
      const isInside = roots
        .filter(isFileLocation)
        .some((root) => path.startsWith(pathOf(root) + sep));
      if (!isInside)
        throw purgeRefused(location, "it is not a folder inside the target's location");
      await rm(path, { recursive: true, force: true });
    },
    readObject: (location) => readFile(pathOf(location)),
    async writeObject(location, body) {
      await mkdir(dirname(pathOf(location)), { recursive: true });
      await writeFile(pathOf(location), body);
    },
  };
}

/** Hadoop writes `file:/x` where URLs have `file:///x`. */
function pathOf(location: string): string {
  return resolve(fileURLToPath(location.replace(/^file:\/*/, "file:///")));
}
