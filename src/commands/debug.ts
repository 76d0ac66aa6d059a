import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Adapter } from "../adapter/adapter.ts";
import { loadProfileOnly, loadRuntimeConfig } from "../config/load-runtime-config.ts";
import type { Profile } from "../config/profile.ts";
import { EngineError } from "../errors/engine-error.ts";
import { renderError } from "../errors/render-error.ts";
import { debugLine } from "../events/debug-events.ts";
import { DBT_VERSION, ENGINE_VERSION } from "../util/versions.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { fileFormatsOf } from "./file-formats.ts";
import { readProject } from "./read-project.ts";

type Say = (line: string) => void;

/** `debug`: checks the project, the profile and the engine, and says what it found. */
export async function debug(context: CommandContext): Promise<CommandOutcome> {
  const { flags, events } = context;
  const say: Say = (message) => {
    events.emit(debugLine(message));
  };
  if (flags.command.configDir === true) {
    say(`profiles.yml is looked for in: ${flags.profilesDir ?? ""}`);
    return { success: true, results: true };
  }
  sayWhereThingsAre(context, say);
  const failures = [
    ...(await checkConfiguration(context, say)),
    ...(await checkConnection(context, say)),
  ];
  if (failures.length === 0) {
    say("All checks passed!");
    return { success: true, results: true };
  }
  say(failures.length === 1 ? "1 check failed:" : `${failures.length} checks failed:`);
  for (const failure of failures) say(`${failure}\n`);
  return { success: false, results: false };
}

function sayWhereThingsAre({ flags }: CommandContext, say: Say): void {
  say(`dbt version: ${DBT_VERSION}`);
  say(`dbt-glue version: ${ENGINE_VERSION}`);
  say(`Using profiles dir at ${flags.profilesDir ?? ""}`);
  say(`Using profiles.yml file at ${profilesFile(flags)}`);
  say(`Using dbt_project.yml file at ${projectFile(flags)}`);
  say("adapter type: glue");
  say(`adapter version: ${ENGINE_VERSION}`);
}

type Flags = CommandContext["flags"];

const profilesFile = (flags: Flags): string => join(flags.profilesDir ?? "", "profiles.yml");
const projectFile = (flags: Flags): string => join(flags.projectDir, "dbt_project.yml");

/** What is wrong with the files, rendered. */
async function checkConfiguration(context: CommandContext, say: Say): Promise<string[]> {
  const { flags } = context;
  const files = [
    ["profiles.yml", profilesFile(flags), () => loadProfileOnly(context)],
    ["dbt_project.yml", projectFile(flags), () => loadRuntimeConfig(context)],
  ] as const;
  const isSkipped = flags.command.connection === true;
  say(isSkipped ? "Skipping steps before connection verification" : "Configuration:");
  const failures: string[] = [];
  for (const [name, path, load] of files) {
    const failure = await failureOf(load);
    const fault = existsSync(path) ? "ERROR invalid" : "ERROR not found";
    if (!isSkipped) say(`  ${name} file [${failure ? fault : "OK found and valid"}]`);
    if (failure) failures.push(failure);
  }
  // A profile that is wrong makes the project wrong too: once is enough.
  return [...new Set(failures)];
}

async function checkConnection(context: CommandContext, say: Say): Promise<string[]> {
  const profile = valueOf(() => loadProfileOnly(context));
  if (profile === undefined || valueOf(() => loadRuntimeConfig(context)) === undefined) {
    say("Connection test skipped since no profile was found");
    return [];
  }
  sayConnection(profile, say);
  const failures: string[] = [];
  const failure = await failureOf(async () => {
    const adapter = await context.openAdapter(loadRuntimeConfig(context), formatsOf(context));
    try {
      failures.push(...(await checkEngine(adapter, say)));
      if (failures.length === 0) await testQuery(adapter, context);
    } finally {
      await adapter.close();
    }
  });
  if (failure) failures.push(failure);
  say(`  Connection test: [${failures.length === 0 ? "OK connection ok" : "ERROR"}]`);
  return failures;
}

function sayConnection(profile: Profile, say: Say): void {
  say("Connection:");
  for (const [key, value] of Object.entries(profile.target)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      say(`  ${key}: ${value.toString()}`);
    }
  }
}

/** The engine's own checks, in order, as far as they make sense. */
async function checkEngine(adapter: Adapter, say: Say): Promise<string[]> {
  const failures: string[] = [];
  for (const { title, isGround, run } of adapter.checks?.() ?? []) {
    if (failures.length > 0 && isGround) break;
    const failure = await failureOf(async () => {
      say(`  ${title}: ${await run()} [OK]`);
    });
    if (!failure) continue;
    say(`  ${title}: [ERROR]`);
    failures.push(failure);
    if (isGround) break;
  }
  return failures;
}

async function testQuery(adapter: Adapter, { signal }: CommandContext): Promise<void> {
  const connection = await adapter.connect("debug");
  await connection.execute("select 1 as id", { signal });
  await connection.close();
}

/** The formats of the project's tables; a project that does not parse is `parse`'s to explain. */
function formatsOf(context: CommandContext): ReadonlySet<string> | undefined {
  return valueOf(() => fileFormatsOf(readProject(context).manifest));
}

function valueOf<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}

/** The rendered error of a check; undefined where it passed. */
async function failureOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (isFault(error)) return renderError(error);
    throw error;
  }
}

function isFault(error: unknown): error is EngineError {
  return error instanceof EngineError && error.kind !== "bug";
}
