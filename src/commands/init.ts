import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { optionMissing, projectExists, projectNameUnusable } from "../errors/command-errors.ts";
import { note } from "../events/main-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { starterFiles, starterProfile } from "./starter-project.ts";

/**
 * `init`: writes a small project and, beside it, a profile for the embedded engine, so that
 * `dbt-glue build` works at once.
 */
export async function init(context: CommandContext): Promise<CommandOutcome> {
  const { events, cwd, flags } = context;
  const name = await projectName(context);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw projectNameUnusable(name);
  const folder = resolve(cwd, name);
  if (existsSync(folder)) throw projectExists(name);
  writeFiles(folder, starterFiles(name));
  if (flags.command.skipProfileSetup !== true) writeProfile(context, folder, name);
  events.emit(
    note(`Your project is in ${folder}. Build it with:\n\n  cd ${name}\n  dbt-glue build\n`),
  );
  return { success: true };
}

async function projectName({ flags, ask }: CommandContext): Promise<string> {
  const given = flags.command.projectName;
  if (typeof given === "string") return given;
  if (!ask) throw optionMissing("init", "the name of the project");
  return ask("What is the name of your project?", "my_project");
}

/** The profile goes where --profiles-dir says, else beside the project's dbt_project.yml. */
function writeProfile(context: CommandContext, folder: string, name: string): void {
  const asked = context.env.DBT_PROFILES_DIR;
  const path = join(asked ? resolve(context.cwd, asked) : folder, "profiles.yml");
  const profile = starterProfile(name);
  if (!existsSync(path)) {
    writeFiles(dirname(path), { "profiles.yml": profile });
    context.events.emit(note(`The profile "${name}" is in ${path}.`));
    return;
  }
  const present = readFileSync(path, "utf8");
  if (new RegExp(`^${name}:`, "m").test(present)) return;
  writeFileSync(path, `${present.trimEnd()}\n\n${profile}`);
  context.events.emit(note(`The profile "${name}" was added to ${path}.`));
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
