import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "./source-file.ts";

/** The contents of a seed's file, which `readSourceFiles` leaves out. */
export function readSeedText({ root, originalFilePath }: SourceFile): string {
  return readFileSync(join(root, originalFilePath), "utf8");
}
