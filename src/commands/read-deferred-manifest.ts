import { join } from "node:path";
import { readManifestArtifact } from "../artifacts/read-manifest-artifact.ts";
import { deferStateMissing, stateManifestMissing } from "../errors/command-errors.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { CommandContext } from "./command-context.ts";

/** The manifest that `--defer`, and `clone` in any case, take nodes from; else undefined. */
export function readDeferredManifest({ flags }: CommandContext): Manifest | undefined {
  if (!flags.defer && flags.which !== "clone") return undefined;
  const folder = flags.deferState ?? flags.state;
  if (folder === undefined) throw deferStateMissing();
  const path = join(folder, "manifest.json");
  const manifest = readManifestArtifact(path);
  if (!manifest) throw stateManifestMissing(path);
  return manifest;
}
