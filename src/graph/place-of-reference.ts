import type { Place } from "../errors/place.ts";
import type { Manifest } from "../manifest/manifest.ts";

/** Where the code of a node refers to another one; the node's file when the words are not found. */
export function placeOfReference(manifest: Manifest, from: string, to: string): Place | undefined {
  const node = manifest.nodes[from];
  const name = manifest.nodes[to]?.name;
  if (!node || name === undefined) return undefined;
  const { raw_code: text, original_file_path: path } = node;
  const at = text.search(new RegExp(`ref\\(.*?['"]${escapePattern(name)}['"]`));
  if (at < 0) return { path };
  const before = text.slice(0, at).split("\n");
  return { path, text, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
