import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { projectFile } from "../errors/config-errors.ts";
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

/**
 * Flags as they hold for one command: reads `.env`, `flags:` of dbt_project.yml (or the old
 * `config:` of profiles.yml) and ~/.dbt/user_settings.yml. A broken project file is no error
 * here: loading the project reports it.
 *
 * @returns the flags, and the environment including `.env`
 */
export function loadFlags(
  commandLine: CommandLine,
  surroundings: Surroundings,
): { readonly flags: Flags; readonly env: Environment } {
  const { cwd, home } = surroundings;
  const env = withDotenv(surroundings.env, cwd);
  const projectDir = findProjectDir(commandLine, env, cwd);
  const flags = resolveFlags({
    commandLine,
    env,
    projectDir,
    projectFlags: readProjectFlags(projectDir),
    userFlags: flagsOf(readLeniently(join(home, ".dbt", "user_settings.yml"))?.value),
  });
  return { flags: { ...flags, ...absolutePaths(flags, cwd, home) }, env };
}

function findProjectDir(commandLine: CommandLine, env: Environment, cwd: string): string {
  const named = commandLine.options.projectDir ?? env.DBT_ENGINE_PROJECT_DIR ?? env.DBT_PROJECT_DIR;
  if (typeof named === "string" && named !== "") return resolve(cwd, named);
  const file = findUpwards(cwd, "dbt_project.yml");
  return file === undefined ? cwd : dirname(file);
}

/** dbt moves into the project first, so its folder goes before the working folder. */
function absolutePaths(flags: Flags, cwd: string, home: string): Partial<Flags> {
  const absolute = (path: string | undefined): string | undefined => {
    if (path === undefined || isAbsolute(path)) return path;
    const inProject = resolve(flags.projectDir, path);
    return existsSync(inProject) ? inProject : resolve(cwd, path);
  };
  return {
    profilesDir: absolute(flags.profilesDir) ?? defaultProfilesDir(flags.projectDir, cwd, home),
    state: absolute(flags.state),
    deferState: absolute(flags.deferState),
  };
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
