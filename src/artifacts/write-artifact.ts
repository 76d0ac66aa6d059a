import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a JSON file so that readers see the old one or the new one, never half of it: into a
 * temporary file beside it, which then takes its name.
 */
export function writeArtifact(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, JSON.stringify(content));
  renameSync(temporary, path);
}
