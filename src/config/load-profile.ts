import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import {
  profileFile,
  profileNotFound,
  profilesNotFound,
  targetNotFound,
} from "../errors/config-errors.ts";
import { nearest } from "../util/nearest.ts";
import { child, isPresent, locate, placeOf, readMapping, readText } from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { GLUE_OPTIONS } from "./glue-options.ts";
import type { GlueCredentials, Profile } from "./profile.ts";
import { readCredentials } from "./read-credentials.ts";
import { renderYamlValue } from "./render-yaml-value.ts";
import type { RenderText } from "./render-yaml-value.ts";

export interface LoadProfileOptions {
  /** Folder of profiles.yml, absolute. */
  readonly profilesDir: string;
  readonly profileName: string;
  /** `--target`; otherwise the profile's own. */
  readonly target: string | undefined;
  readonly threads: number | undefined;
  readonly local: boolean;
  readonly projectDir: string;
  /** `--target-path`, or the default. */
  readonly targetPath: string;
  /** Renders with the profile's context: `var` of the command line, env_var with secrets. */
  readonly render: RenderText;
}

/** Reads one target of profiles.yml. Only that output is rendered, as in dbt. */
export function loadProfile(options: LoadProfileOptions): Profile {
  const profile = findProfile(options);
  const targetName = readTargetName(profile, options);
  const output = findOutput(profile, targetName, options);
  const { targetPath, projectDir } = options;
  const credentials = readCredentials(output, {
    targetName,
    local: options.local,
    projectDir,
    targetFolder: isAbsolute(targetPath) ? targetPath : resolve(projectDir, targetPath),
  });
  const threads = options.threads ?? readThreads(child(output, "threads"));
  return {
    profileName: options.profileName,
    targetName,
    threads,
    schema: credentials.schema,
    credentials,
    target: targetContext(credentials, threads, targetName, options.profileName),
  };
}

function findProfile(options: LoadProfileOptions): Located {
  const path = join(options.profilesDir, "profiles.yml");
  if (!existsSync(path)) throw profilesNotFound(options.profilesDir);
  const file = locate(readYaml(readFileSync(path, "utf8"), path, { secret: true }));
  if (!isPresent(file)) throw profileFile(`${path} is empty.`, { path });
  const names = Object.keys(readMapping(file)).filter((name) => name !== "config");
  const profile = child(file, options.profileName);
  if (profile.value === undefined) {
    const suggestion = nearest(options.profileName, names);
    throw profileNotFound(options.profileName, path, names, suggestion);
  }
  if (!isPresent(profile)) {
    throw profileFile(`The profile "${options.profileName}" is empty.`, placeOf(profile));
  }
  return profile;
}

function readTargetName(profile: Located, options: LoadProfileOptions): string {
  if (options.target !== undefined) return options.target;
  const at = child(profile, "target");
  if (!isPresent(at)) return "default";
  return readText({ ...at, value: renderAt(at, options.render) });
}

function findOutput(profile: Located, targetName: string, options: LoadProfileOptions): Located {
  const outputs = child(profile, "outputs");
  if (!isPresent(outputs)) {
    throw profileFile(
      `The profile "${options.profileName}" lacks "outputs".`,
      placeOf(profile),
      "Outputs are the profile's targets: outputs: {dev: {type: glue, ...}}",
    );
  }
  const names = Object.keys(readMapping(outputs));
  const output = child(outputs, targetName);
  if (output.value === undefined) {
    throw targetNotFound(targetName, options.profileName, names, nearest(targetName, names));
  }
  readMapping(output);
  return { ...output, value: renderAt(output, options.render) };
}

function renderAt(at: Located, render: RenderText): unknown {
  return renderYamlValue(at.value, { document: at.document, render }, at.path);
}

function readThreads(at: Located): number {
  if (!isPresent(at)) return 1;
  if (typeof at.value === "number" && at.value >= 1) return at.value;
  throw profileFile(
    '"threads" must be a whole number from 1.',
    placeOf(at),
    typeof at.value === "string" ? "Text from env_var needs a filter: | as_number." : undefined,
  );
}

/** `target` in templates: the options that `debug` prints, then dbt's own five names. */
function targetContext(
  credentials: GlueCredentials,
  threads: number,
  targetName: string,
  profileName: string,
): Readonly<Record<string, unknown>> {
  const shown = GLUE_OPTIONS.filter((option) => option.hidden !== true);
  return {
    ...Object.fromEntries(shown.map(({ name }) => [name, credentials[name]])),
    type: credentials.type,
    threads,
    name: targetName,
    target_name: targetName,
    profile_name: profileName,
  };
}
