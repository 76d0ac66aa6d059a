import { existsSync, rmSync } from "node:fs";
import { relative, resolve } from "node:path";
import { loadProjectOnly } from "../config/load-runtime-config.ts";
import type { ProjectConfig } from "../config/project-config.ts";
import { protectedCleanTarget } from "../errors/command-errors.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `clean`: deletes the folders of `clean-targets`. Refuses the project's own sources. */
export async function clean(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const project = loadProjectOnly(context);
  const targets = project.cleanTargets.map((path) => ({
    path,
    full: resolve(project.root, path),
  }));
  for (const target of targets) {
    const reason = whyProtected(target.full, project, flags.cleanProjectFilesOnly);
    if (reason !== undefined) throw protectedCleanTarget(target.path, reason);
  }
  for (const { path, full } of targets) {
    events.emit(cleanEvent("CheckCleanPath", "Z012", `Checking ${path}/*`));
    if (existsSync(full)) rmSync(full, { recursive: true });
    events.emit(cleanEvent("ConfirmCleanPath", "Z013", `Cleaned ${path}/*`));
  }
  events.emit(cleanEvent("FinishedCleanPaths", "Z015", "Finished cleaning all paths."));
  return Promise.resolve({ success: true });
}

function whyProtected(
  full: string,
  project: ProjectConfig,
  projectFilesOnly: boolean,
): string | undefined {
  const fromRoot = relative(project.root, full);
  if (fromRoot === "") return "it is the project itself";
  if (projectFilesOnly && fromRoot.startsWith("..")) return "it lies outside the project";
  const sources = [
    ...project.modelPaths,
    ...project.seedPaths,
    ...project.testPaths,
    ...project.analysisPaths,
    ...project.macroPaths,
    ...project.snapshotPaths,
  ];
  const holdsSources = sources.some(
    (path) => !relative(full, resolve(project.root, path)).startsWith(".."),
  );
  return holdsSources ? "it holds sources of the project" : undefined;
}

function cleanEvent(name: string, code: string, message: string): EngineEvent {
  return { name, code, level: "info", message };
}
