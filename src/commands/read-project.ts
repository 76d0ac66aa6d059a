import { resolve } from "node:path";
import { loadRuntimeConfig } from "../config/load-runtime-config.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { adapterRegistered } from "../events/main-events.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { parseProject } from "../parse/parse-project.ts";
import { readSourceFiles } from "../project/read-source-files.ts";
import { ENGINE_VERSION } from "../util/versions.ts";
import type { CommandContext } from "./command-context.ts";

export interface ParsedProject {
  readonly runtime: RuntimeConfig;
  readonly manifest: Manifest;
  readonly timings: ParseTimings;
}

/** Seconds that the steps of parsing took. */
export interface ParseTimings {
  readonly readFiles: number;
  readonly parse: number;
  readonly fileCount: number;
}

/** Reads dbt_project.yml, the profile, the packages and every file of the project. */
export function readProject(context: CommandContext): ParsedProject {
  const runtime = loadRuntimeConfig(context);
  context.events.emit(adapterRegistered("glue", ENGINE_VERSION));
  const started = performance.now();
  const files = readSourceFiles(runtime);
  const read = performance.now();
  const manifest = parseProject(runtime, files, context.events, context.now);
  const parsed = performance.now();
  const timings = {
    readFiles: (read - started) / 1000,
    parse: (parsed - read) / 1000,
    fileCount: files.length,
  };
  return { runtime, manifest, timings };
}

/** The folder for artifacts, absolute. */
export function targetFolder(runtime: RuntimeConfig): string {
  return resolve(runtime.project.root, runtime.project.targetPath);
}
