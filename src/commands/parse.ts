import { join } from "node:path";
import { perfInfoArtifact } from "../artifacts/perf-info-artifact.ts";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import { note } from "../events/main-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { readProject, targetFolder } from "./read-project.ts";
import { writeManifestFiles } from "./write-manifest-files.ts";

/** `parse`: the manifest, and how long it took to make. */
export async function parse(context: CommandContext): Promise<CommandOutcome> {
  const { runtime, manifest, timings } = readProject(context);
  writeManifestFiles(context, runtime, manifest);
  const path = join(targetFolder(runtime), "perf_info.json");
  if (context.flags.writeJson) {
    writeArtifact(path, perfInfoArtifact([...runtime.packages.keys()], timings));
    context.events.emit(note(`Performance info: ${path}`));
  }
  return Promise.resolve({ success: true, results: manifest });
}
