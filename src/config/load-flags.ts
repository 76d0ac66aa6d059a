import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { flagsInTwoPlaces, projectFile } from "../errors/config-errors.ts";
import { projectFlagsMovedDeprecation } from "../events/deprecation-events.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import { isMapping } from "../yaml/typed-readers.ts";
import type { YamlDocument } from "../yaml/yaml-document.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { findUpwards, withDotenv } from "./dotenv.ts";
import type { Environment } from "./environment.ts";
import type { Flags } from "./flags.ts";
import { resolveFlags } from "./resolve-flags.ts";
import type { CommandLine } from "./resolve-flags.ts";

export interface Surroundings {
  readonly env: Environment;
  readonly cwd: string;
  /** The user's home folder. */
  readonly home: string;
}

export interface LoadedFlags {
  readonly flags: Flags;
  /** Including `.env`. */
  readonly env: Environment;
  /** What to say about where flags were found, once there is someone to say it to. */
  readonly notices: readonly EngineEvent[];
}

/**
 * Flags as they hold for one command: reads `.env`, `flags:` of dbt_project.yml (or the old
 * `config:` of profiles.yml) and ~/.dbt/user_settings.yml. A broken project file is no error
 * here: loading the project reports it.
 */
export function loadFlags(commandLine: CommandLine, surroundings: Surroundings): LoadedFlags {
  const { cwd, home } = surroundings;
  const env = withDotenv(surroundings.env, cwd);
  const projectDir = findProjectDir(commandLine, env, cwd);
  const userFlags = flagsOf(readLeniently(join(home, ".dbt", "user_settings.yml"))?.value);
  const projectFlags = readProjectFlags(projectDir);
  const base = { commandLine, env, projectDir, userFlags };
  const named = resolveFlags({ ...base, projectFlags }).profilesDir;
  const profilesDir = absolute(named, projectDir, cwd) ?? defaultProfilesDir(projectDir, cwd, home);
  const legacyFlags = readLegacyFlags(profilesDir);
  if (Object.keys(projectFlags).length > 0 && Object.keys(legacyFlags).length > 0) {
    throw flagsInTwoPlaces();
  }
  const flags = resolveFlags({ ...base, projectFlags: { ...legacyFlags, ...projectFlags } });
  const paths = {
    profilesDir,
    state: absolute(flags.state, projectDir, cwd),
    deferState: absolute(flags.deferState, projectDir, cwd),
  };
  const moved = Object.keys(legacyFlags).length > 0;
  return {
    flags: { ...flags, ...paths },
    env,
    notices: moved ? [projectFlagsMovedDeprecation()] : [],
  };
}

function findProjectDir(commandLine: CommandLine, env: Environment, cwd: string): string {
  const named = commandLine.options.projectDir ?? env.DBT_ENGINE_PROJECT_DIR ?? env.DBT_PROJECT_DIR;
  if (typeof named === "string" && named !== "") return resolve(cwd, named);
  const file = findUpwards(cwd, "dbt_project.yml");
  return file === undefined ? cwd : dirname(file);
}

/** dbt moves into the project first, so its folder goes before the working folder. */
function absolute(path: string | undefined, projectDir: string, cwd: string): string | undefined {
  if (path === undefined || isAbsolute(path)) return path;
  const inProject = resolve(projectDir, path);
  return existsSync(inProject) ? inProject : resolve(cwd, path);
}

/** dbt looks into the working folder, then ~/.dbt; a profiles.yml beside dbt_project.yml is found too. */
function defaultProfilesDir(projectDir: string, cwd: string, home: string): string {
  const found = [cwd, projectDir].find((folder) => existsSync(join(folder, "profiles.yml")));
  return found ?? join(home, ".dbt");
}

function readProjectFlags(projectDir: string): Readonly<Record<string, unknown>> {
  const document = readLeniently(join(projectDir, "dbt_project.yml"));
  const value = document?.value;
  if (!document || !isMapping(value)) return {};
  const flags = value.flags;
  if (flags !== undefined && flags !== null && !isMapping(flags)) {
    throw projectFile('"flags" must be a mapping.', document.placeOf(["flags"]));
  }
  return flagsOf(value);
}

/** `config:` of profiles.yml, where flags stood before dbt 1.8. */
function readLegacyFlags(profilesDir: string): Readonly<Record<string, unknown>> {
  const value = readLeniently(join(profilesDir, "profiles.yml"))?.value;
  const config = isMapping(value) ? value.config : undefined;
  return isMapping(config) ? config : {};
}

function flagsOf(value: unknown): Readonly<Record<string, unknown>> {
  const flags = isMapping(value) ? value.flags : undefined;
  return isMapping(flags) ? flags : {};
}

function readLeniently(path: string): YamlDocument | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readYaml(readFileSync(path, "utf8"), path);
  } catch {
    // Whoever needs the file's content reads it again and reports.
    return undefined;
  }
}
