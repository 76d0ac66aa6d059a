import { profileNotNamed } from "../errors/config-errors.ts";
import type { EventBus } from "../events/event-bus.ts";
import { createConfigRenderer } from "./config-renderer.ts";
import type { Environment } from "./environment.ts";
import type { Flags } from "./flags.ts";
import { loadInstalledPackages } from "./load-installed-packages.ts";
import { loadProfile } from "./load-profile.ts";
import { loadProject, readRawProject } from "./load-project.ts";
import type { RawProject } from "./load-project.ts";
import type { Profile } from "./profile.ts";
import { projectDeprecations } from "./project-deprecations.ts";
import type { ProjectConfig } from "./project-config.ts";
import { hasJinja } from "./render-yaml-value.ts";
import type { RuntimeConfig } from "./runtime-config.ts";

export interface LoadRuntimeOptions {
  readonly flags: Flags;
  /** Including `.env`. */
  readonly env: Environment;
  readonly cwd: string;
  readonly home: string;
  readonly invocationId: string;
  readonly startedAt: Date;
  readonly events: EventBus;
}

/**
 * Loads the project, its profile's target and the installed packages. Throws at the first fault,
 * with the place in the file that must change.
 */
export function loadRuntimeConfig(options: LoadRuntimeOptions): RuntimeConfig {
  const { flags, env, invocationId, startedAt } = options;
  const raw = readRawProject(flags.projectDir);
  const profile = loadProfileOf(raw, options);
  const project = loadRootProject(raw, options, profile);
  for (const notice of projectDeprecations(raw.value)) options.events.emit(notice);
  const packages = loadInstalledPackages(project, { flags, env, target: profile.target });
  return {
    flags,
    profile,
    project,
    packages: new Map([...packages, [project.name, project]]),
    env,
    invocationId,
    startedAt,
  };
}

/** The root project alone: for commands that need no profile (`deps`, `clean`). */
export function loadProjectOnly(options: Pick<LoadRuntimeOptions, "flags" | "env">): ProjectConfig {
  return loadRootProject(readRawProject(options.flags.projectDir), options, undefined);
}

/** The profile alone: for `debug`, which wants to report its faults apart from the project's. */
export function loadProfileOnly(options: Pick<LoadRuntimeOptions, "flags" | "env">): Profile {
  return loadProfileOf(readRawProject(options.flags.projectDir), options);
}

function loadProfileOf(
  raw: RawProject,
  { flags, env }: Pick<LoadRuntimeOptions, "flags" | "env">,
): Profile {
  const render = createConfigRenderer({ vars: flags.vars, env, secretsAllowed: true });
  const named = raw.value.profile;
  const written = typeof named === "string" ? named : undefined;
  const rendered =
    written !== undefined && hasJinja(written)
      ? render(written, raw.document.placeOfValue(["profile"]))
      : written;
  const profileName = flags.profile ?? (typeof rendered === "string" ? rendered : undefined);
  if (profileName === undefined || profileName === "") {
    throw profileNotNamed(raw.document.placeOf([]));
  }
  return loadProfile({
    profilesDir: flags.profilesDir ?? raw.root,
    profileName,
    target: flags.target,
    threads: flags.threads,
    local: flags.local,
    projectDir: raw.root,
    targetPath: flags.targetPath ?? textOf(raw.value["target-path"]) ?? "target",
    render,
  });
}

function loadRootProject(
  raw: RawProject,
  { flags, env }: Pick<LoadRuntimeOptions, "flags" | "env">,
  profile: Profile | undefined,
): ProjectConfig {
  const render = createConfigRenderer({
    vars: { ...raw.varsFile, ...flags.vars },
    env,
    target: profile?.target ?? "unset",
    secretsAllowed: false,
    requireVars: flags.which !== "deps",
  });
  return loadProject(raw, {
    render,
    targetPath: flags.targetPath,
    logPath: flags.logPath,
    versionCheck: flags.versionCheck,
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
