import type { Manifest } from "../manifest/manifest.ts";

/** `group_map` of manifest.json: group name -> ids of its members. */
export function groupMap(manifest: Manifest): Readonly<Record<string, readonly string[]>> {
  const members = new Map<string, string[]>(
    Object.values(manifest.groups).map((group) => [group.name, []]),
  );
  for (const collection of [
    manifest.nodes,
    manifest.saved_queries,
    manifest.semantic_models,
    manifest.metrics,
  ]) {
    for (const [id, resource] of Object.entries(collection)) {
      if (resource.group !== null) members.get(resource.group)?.push(id);
    }
  }
  return Object.fromEntries(members);
}
