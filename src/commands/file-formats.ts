import type { Manifest } from "../manifest/manifest.ts";

/**
 * The values of `file_format` in a project: what its tables need decides on the session's settings.
 * All nodes count, not only those that run: what runs may read the others.
 */
export function fileFormatsOf(manifest: Pick<Manifest, "nodes">): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { config } of Object.values(manifest.nodes)) {
    const format = config.file_format;
    if (typeof format === "string" && format !== "") found.add(format.toLowerCase());
  }
  return found;
}
