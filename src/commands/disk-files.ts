import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ProjectFiles } from "../context/project-files.ts";

/** The project's files on disk. */
export const diskFiles: ProjectFiles = {
  read: (path) => readFile(path),
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
};
