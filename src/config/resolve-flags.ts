import { eventTimeOrder, flagsExclusive, flagsRequireEachOther } from "../errors/config-errors.ts";
import type { Environment } from "./environment.ts";
import { BEHAVIOR_DEFAULTS, FLAG_TABLE } from "./flag-table.ts";
import type { FlagRow } from "./flag-table.ts";
import type { Flags } from "./flags.ts";
import { readFlagValue } from "./read-flag-value.ts";
import { readWarnErrorOptions } from "./warn-error-options.ts";

/** A command line after its words were told apart. */
export interface CommandLine {
  /** dbt's name of the command: `build`, `list`, `generate`, ... */
  readonly which: string;
  /** The command as typed, for `invocation_command`. */
  readonly invocationCommand: string;
  /**
   * The options that were given, by camel-case name (`fullRefresh`, `warnErrorOptions`); what is
   * absent was not given. Values may be text: the flag's kind reads them. Options that no flag
   * has (`output`, `inline`, `limit`) end in `Flags.command`.
   */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface FlagSources {
  readonly commandLine: CommandLine;
  readonly env: Environment;
  /** The folder of the project that was found, absolute. */
  readonly projectDir: string;
  /** `flags:` of dbt_project.yml. */
  readonly projectFlags: Readonly<Record<string, unknown>>;
  /** `flags:` of ~/.dbt/user_settings.yml. */
  readonly userFlags: Readonly<Record<string, unknown>>;
}

/**
 * Every flag's value: command line > environment > `flags:` of dbt_project.yml > user settings >
 * default. Throws for values of the wrong kind and flags that exclude each other.
 */
export function resolveFlags(sources: FlagSources): Flags {
  const values = new Map<string, unknown>();
  const given = new Set<string>();
  for (const row of FLAG_TABLE) {
    const set = findFlag(row, sources);
    if (set !== undefined) given.add(row.name);
    values.set(row.name, set === undefined ? row.default : set.value);
  }
  applyFollowers(values, given);
  readNoPrint(sources, values, given);
  checkConflicts(sources.commandLine.options, given, values);
  return assemble(sources, values);
}

interface SetFlag {
  readonly value: unknown;
}

function findFlag(row: FlagRow, sources: FlagSources): SetFlag | undefined {
  const option = sources.commandLine.options[row.name];
  if (option !== undefined) {
    return { value: readFlagValue(row.kind, option, optionName(row.name)) };
  }
  for (const name of environmentNames(row)) {
    const text = sources.env[name];
    if (text !== undefined && text !== "") return { value: readFlagValue(row.kind, text, name) };
  }
  const key = snakeCase(row.name);
  for (const [from, where] of [
    [sources.projectFlags, "flags"],
    [sources.userFlags, "user_settings.yml: flags"],
  ] as const) {
    const value = row.inProject ? from[key] : undefined;
    if (value !== undefined && value !== null) {
      return { value: readFlagValue(row.kind, value, `${where}.${key}`) };
    }
  }
  return undefined;
}

function environmentNames(row: FlagRow): readonly string[] {
  return (row.env ?? []).flatMap((name) => [name.replace(/^DBT_/, "DBT_ENGINE_"), name]);
}

/** The log file follows the console unless it was told otherwise. */
function applyFollowers(values: Map<string, unknown>, given: ReadonlySet<string>): void {
  for (const row of FLAG_TABLE) {
    if (row.follows !== undefined && given.has(row.follows) && !given.has(row.name)) {
      values.set(row.name, values.get(row.follows));
    }
  }
}

/** DBT_NO_PRINT is the old, inverted form of DBT_PRINT. */
function readNoPrint(
  sources: FlagSources,
  values: Map<string, unknown>,
  given: ReadonlySet<string>,
): void {
  const text = sources.env.DBT_NO_PRINT;
  if (text === undefined || text === "" || given.has("print")) return;
  values.set("print", readFlagValue({ is: "boolean" }, text, "DBT_NO_PRINT") !== true);
}

function checkConflicts(
  options: CommandLine["options"],
  given: ReadonlySet<string>,
  values: ReadonlyMap<string, unknown>,
): void {
  if (given.has("warnError") && given.has("warnErrorOptions")) {
    throw flagsExclusive("--warn-error", "--warn-error-options");
  }
  if (options.inline !== undefined) {
    if (given.has("select")) throw flagsExclusive("--select", "--inline");
    if (given.has("selector")) throw flagsExclusive("--selector", "--inline");
  }
  checkEventTimes(values.get("eventTimeStart"), values.get("eventTimeEnd"));
}

function checkEventTimes(start: unknown, end: unknown): void {
  if (typeof start !== "string" && typeof end !== "string") return;
  if (typeof start !== "string") {
    throw flagsRequireEachOther("--event-time-end", "--event-time-start");
  }
  if (typeof end !== "string")
    throw flagsRequireEachOther("--event-time-start", "--event-time-end");
  if (Date.parse(start) >= Date.parse(end)) throw eventTimeOrder(start, end);
}

function assemble(sources: FlagSources, values: ReadonlyMap<string, unknown>): Flags {
  const { commandLine, projectDir } = sources;
  const known = new Set<string>(FLAG_TABLE.map((row) => row.name));
  const command = Object.fromEntries(
    Object.entries(commandLine.options).filter(([name]) => !known.has(name)),
  );
  const warnErrorOptions = readWarnErrorOptions(
    values.get("warnErrorOptions") as Readonly<Record<string, unknown>>,
  );
  const fields = {
    ...Object.fromEntries(values),
    which: commandLine.which,
    invocationCommand: commandLine.invocationCommand,
    projectDir,
    warnErrorOptions,
    command,
    behavior: behaviorFlags(sources.projectFlags),
  };
  // A reader: every row of the table was read by its kind, and the table covers the type.
  return fields as unknown as Flags;
}

function behaviorFlags(
  flags: Readonly<Record<string, unknown>>,
): Readonly<Record<string, boolean>> {
  const values: Record<string, boolean> = { ...BEHAVIOR_DEFAULTS };
  const settable = new Set<string>(FLAG_TABLE.map((row) => snakeCase(row.name)));
  for (const [key, value] of Object.entries(flags)) {
    if (typeof value === "boolean" && !settable.has(key)) values[key] = value;
  }
  return values;
}

function optionName(name: string): string {
  return `--${snakeCase(name).replaceAll("_", "-")}`;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
