import type { GraphResource, Manifest } from "../manifest/manifest.ts";
import { resourceById } from "./resource-by-id.ts";

/** Whether a resource may be selected: tests of disabled parents stay in the manifest disabled. */
export function isMember(resource: GraphResource): boolean {
  return resource.resource_type === "exposure" || resource.config.enabled !== false;
}

export function isMemberId(manifest: Manifest, id: string): boolean {
  const resource = resourceById(manifest, id);
  return resource !== undefined && isMember(resource);
}
