import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pythonJson } from "../util/python-json.ts";

/**
 * Writes a JSON file so that readers see the old one or the new one, never half of it: into a
 * temporary file beside it, which then takes its name.
 */
export function writeArtifact(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, jsonText(content));
  renameSync(temporary, path);
}

/** JSON, with integers past 2^53 in full: YAML may hold them, and JSON.stringify refuses them. */
function jsonText(content: object): string {
  try {
    return JSON.stringify(content);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes("BigInt")) {
      return pythonJson(content, "as-is");
    }
    throw error;
  }
}
