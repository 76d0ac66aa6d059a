import type { Manifest } from "../manifest/manifest.ts";

interface Grouped {
  readonly group: string | null;
}

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
    for (const [id, { group }] of Object.entries<Grouped>(collection)) {
      if (group !== null) members.get(group)?.push(id);
    }
  }
  return Object.fromEntries(members);
}
