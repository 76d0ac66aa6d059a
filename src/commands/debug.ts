import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadProfileOnly, loadRuntimeConfig } from "../config/load-runtime-config.ts";
import type { Profile } from "../config/profile.ts";
import { EngineError } from "../errors/engine-error.ts";
import { renderError } from "../errors/render-error.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import { DBT_VERSION, ENGINE_VERSION } from "../util/versions.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `debug`: checks the project, the profile and the connection, and says what it found. */
export async function debug(context: CommandContext): Promise<CommandOutcome> {
  const { flags, events } = context;
  const say = (message: string): void => {
    events.emit(debugLine(message));
  };
  if (flags.command.configDir === true) {
    say(`profiles.yml is looked for in: ${flags.profilesDir ?? ""}`);
    return { success: true, results: true };
  }
  const failures: string[] = [];
  const check = async (title: string, work: () => unknown): Promise<void> => {
    const error = await failureOf(work);
    say(`${title} [${error ? "ERROR" : "OK"}]`);
    if (error) failures.push(error);
  };
  sayWhereThingsAre(context, say);
  const connectionOnly = flags.command.connection === true;
  if (!connectionOnly) {
    say("Configuration:");
    await check("  profiles.yml file", () => loadProfileOnly(context));
    await check("  dbt_project.yml file", () => loadRuntimeConfig(context));
  }
  if (failures.length === 0) {
    sayConnection(loadProfileOnly(context), say);
    await check("  Connection test:", () => testConnection(context));
  }
  if (failures.length === 0) {
    say("All checks passed!");
    return { success: true, results: true };
  }
  say(failures.length === 1 ? "1 check failed:" : `${failures.length} checks failed:`);
  for (const failure of failures) say(`${failure}\n`);
  return { success: false, results: false };
}

function sayWhereThingsAre({ flags }: CommandContext, say: (line: string) => void): void {
  const profiles = join(flags.profilesDir ?? "", "profiles.yml");
  const project = join(flags.projectDir, "dbt_project.yml");
  say(`dbt version: ${DBT_VERSION}`);
  say(`dbt-glue version: ${ENGINE_VERSION}`);
  say(`Using profiles.yml file at ${profiles}${existsSync(profiles) ? "" : " (not found)"}`);
  say(`Using dbt_project.yml file at ${project}${existsSync(project) ? "" : " (not found)"}`);
  say("adapter type: glue");
  say(`adapter version: ${ENGINE_VERSION}`);
}

function sayConnection(profile: Profile, say: (line: string) => void): void {
  say("Connection:");
  for (const [key, value] of Object.entries(profile.target)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      say(`  ${key}: ${value.toString()}`);
    }
  }
}

async function testConnection(context: CommandContext): Promise<void> {
  const adapter = await context.openAdapter(loadRuntimeConfig(context));
  try {
    const connection = await adapter.connect("debug");
    await connection.execute("select 1 as id", { signal: context.signal });
    await connection.close();
  } finally {
    await adapter.close();
  }
}

/** The rendered error of a check; undefined where it passed. */
async function failureOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof EngineError && error.kind !== "bug") return renderError(error);
    throw error;
  }
}

function debugLine(message: string): EngineEvent {
  return { name: "DebugCmdOut", code: "Z047", level: "info", message, data: { msg: message } };
}
