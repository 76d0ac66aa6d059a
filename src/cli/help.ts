import type { CommandDefinition } from "./command-definition.ts";
import { COMMANDS } from "./command-table.ts";
import { GLOBAL_OPTIONS } from "./options/global-options.ts";
import type { OptionDefinition } from "./options/option.ts";

const WIDTH = 100;

/** `dbt-glue --help` */
export function renderProgramHelp(): string {
  return [
    "Usage: dbt-glue [OPTIONS] COMMAND [OPTIONS]",
    "",
    "Builds dbt projects on AWS Glue, and on this machine in an embedded engine.",
    "",
    "Commands:",
    ...twoColumns(visible(COMMANDS).map((command) => [commandTitle(command), command.summary])),
    "",
    "Options of every command:",
    ...renderOptions(GLOBAL_OPTIONS),
    "",
    'Run "dbt-glue COMMAND --help" for the options of one command.',
    "",
  ].join("\n");
}

/** `dbt-glue docs --help` */
export function renderGroupHelp(name: string, summary: string): string {
  const commands = visible(COMMANDS).filter((command) => command.name.startsWith(`${name} `));
  return [
    `Usage: dbt-glue ${name} COMMAND [OPTIONS]`,
    "",
    summary,
    "",
    "Commands:",
    ...twoColumns(commands.map((command) => [command.name, command.summary])),
    "",
  ].join("\n");
}

/** `dbt-glue build --help` */
export function renderCommandHelp(command: CommandDefinition): string {
  const argument = command.argument ? ` [${command.argument.placeholder}]` : "";
  return [
    `Usage: dbt-glue ${command.name} [OPTIONS]${argument}`,
    "",
    command.summary,
    "",
    "Examples:",
    ...command.examples.map((example) => `  dbt-glue ${example}`),
    "",
    "Options:",
    ...renderOptions(command.options),
    "",
    "Options of every command:",
    ...renderOptions(GLOBAL_OPTIONS),
    "",
  ].join("\n");
}

function commandTitle(command: CommandDefinition): string {
  const aliases = (command.aliases ?? []).filter((alias) => !alias.includes(" "));
  return [command.name, ...aliases].join(", ");
}

function visible(commands: readonly CommandDefinition[]): readonly CommandDefinition[] {
  return commands.filter((command) => !command.hidden);
}

function renderOptions(options: readonly OptionDefinition[]): readonly string[] {
  const shown = options.filter((option) => !option.hidden);
  const rows = shown.map((option): readonly [string, string] => [
    `${option.short ? `${option.short}, ` : "    "}${option.long}${placeholder(option)}`,
    describe(option),
  ]);
  const help: readonly [string, string] = ["-h, --help", "Show this page."];
  return twoColumns(options === GLOBAL_OPTIONS ? [...rows, help] : rows);
}

function placeholder({ value }: OptionDefinition): string {
  switch (value.kind) {
    case "flag":
      return "";
    case "text":
    case "integer":
      return ` ${value.placeholder}`;
    case "choice":
      return ` ${value.choices.join("|")}`;
    case "words":
      return ` ${value.placeholder}...`;
  }
}

function describe(option: OptionDefinition): string {
  const notes = [
    option.negative && `${option.negative} turns it off`,
    option.fallback && `default: ${option.fallback}`,
    option.env && `env: ${option.env}`,
  ].filter(Boolean);
  return notes.length > 0 ? `${option.summary} (${notes.join("; ")})` : option.summary;
}

function twoColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const indent = 34;
  return rows.flatMap(([title, text]) => {
    const lines = wrap(text, WIDTH - indent);
    const first = `  ${title}`;
    const head =
      first.length + 2 > indent ? [first] : [first.padEnd(indent) + (lines.shift() ?? "")];
    return [...head, ...lines.map((line) => " ".repeat(indent) + line)];
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
