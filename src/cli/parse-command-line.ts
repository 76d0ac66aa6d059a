import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CommandDefinition } from "./command-definition.ts";
import { COMMAND_GROUPS, COMMANDS } from "./command-table.ts";
import { renderCommandHelp, renderGroupHelp, renderProgramHelp } from "./help.ts";
import { nearest } from "../util/nearest.ts";
import { GLOBAL_OPTIONS } from "./options/global-options.ts";
import type { OptionDefinition } from "./options/option.ts";

/** What a command line asks for. */
export type Request =
  | { readonly kind: "command"; readonly definition: CommandDefinition; readonly options: Options }
  /** `asked` by --help, or because a command is missing: then the exit code is 2, as dbt's. */
  | { readonly kind: "help"; readonly text: string; readonly asked: boolean }
  | { readonly kind: "version" }
  /** The words make no sense: exit code 2. */
  | { readonly kind: "usage"; readonly message: string };

/** What was given, by the option's key; nothing else. */
export type Options = Readonly<Record<string, unknown>>;

/**
 * Tells the words of a command line apart, in dbt's shapes: global options stand before or after
 * the command, `-s a b` takes words until the next option.
 *
 * @param argv - the words after the program's name
 */
export function parseCommandLine(argv: readonly string[]): Request {
  const said: string[] = [];
  const found: Request[] = [];
  const program = makeProgram(argv, (request) => found.push(request));
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => said.push(text),
      writeErr: (text) => said.push(text),
    });
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return readRefusal(error, said.join("").trim());
    throw error;
  }
  return found[0] ?? { kind: "help", text: renderProgramHelp(), asked: true };
}

function readRefusal(error: CommanderError, said: string): Request {
  if (error.code === "commander.helpDisplayed" || error.code === "commander.help") {
    return { kind: "help", text: said, asked: true };
  }
  return { kind: "usage", message: error.message.replace(/^error: /, "") };
}

type Found = (request: Request) => void;

function makeProgram(argv: readonly string[], found: Found): Command {
  const program = newCommand("dbt-glue", () => renderProgramHelp());
  addOptions(program, GLOBAL_OPTIONS);
  answerBareCommand(program, renderProgramHelp, found);
  for (const [name, summary] of Object.entries(COMMAND_GROUPS)) {
    const group = newCommand(name, () => renderGroupHelp(name, summary));
    addOptions(group, GLOBAL_OPTIONS);
    answerBareCommand(group, () => renderGroupHelp(name, summary), found);
    program.addCommand(group);
  }
  for (const definition of COMMANDS) addCommand(program, definition, argv, found);
  return program;
}

/** A program or group without one of its commands shows its help, or says what it does not know. */
function answerBareCommand(command: Command, help: () => string, found: Found): void {
  command.allowExcessArguments(true).action(() => {
    const [word] = command.args;
    if (word !== undefined) found({ kind: "usage", message: unknownCommand(command, word) });
    else found(versionAsked(command) ?? { kind: "help", text: help(), asked: false });
  });
}

function unknownCommand(command: Command, word: string): string {
  const guess = nearest(
    word,
    command.commands.map((known) => known.name()),
  );
  return `There is no command "${word}".${guess === undefined ? "" : ` Did you mean "${guess}"?`}`;
}

function newCommand(name: string, help: () => string): Command {
  return new Command(name)
    .enablePositionalOptions()
    .helpOption("-h, --help")
    .helpCommand(false)
    .allowExcessArguments(false)
    .configureHelp({ formatHelp: help })
    .addOption(new Option("-v, --version").hideHelp())
    .addOption(new Option("-V").hideHelp());
}

function addCommand(
  program: Command,
  definition: CommandDefinition,
  argv: readonly string[],
  found: Found,
): void {
  for (const spelling of [definition.name, ...(definition.aliases ?? [])]) {
    const words = spelling.split(" ");
    const last = words.at(-1) ?? spelling;
    const parent =
      words.length > 1 ? program.commands.find((group) => group.name() === words[0]) : program;
    if (!parent) continue;
    const command = newCommand(last, () => renderCommandHelp(definition));
    // Two thousand options take longer to make than to read: only the asked command gets its own.
    if (argv.includes(last)) addOptions(command, [...GLOBAL_OPTIONS, ...definition.options]);
    if (definition.argument) command.argument(`[${definition.argument.key}]`);
    command.action(() => {
      found(versionAsked(command) ?? readRequest(definition, command));
    });
    parent.addCommand(command);
  }
}

function addOptions(command: Command, definitions: readonly OptionDefinition[]): void {
  for (const definition of definitions) {
    const spellings = [
      definition.short ? `${definition.short}, ${definition.long}` : definition.long,
      ...(definition.aliases ?? []),
    ];
    for (const spelling of spellings) command.addOption(newOption(spelling, definition));
    if (definition.negative) command.addOption(new Option(definition.negative));
  }
}

function newOption(spelling: string, definition: OptionDefinition): Option {
  const { value } = definition;
  switch (value.kind) {
    case "flag":
      return new Option(spelling);
    case "text":
      return new Option(`${spelling} <value>`);
    case "integer":
      return new Option(`${spelling} <value>`).argParser(readInteger);
    case "choice":
      return new Option(`${spelling} <value>`).argParser((word) => readChoice(word, value.choices));
    case "words":
      return new Option(`${spelling} <words...>`).argParser<readonly string[]>(
        (word, earlier: readonly string[] | undefined) => [
          ...(earlier ?? []),
          ...readWords(word, value.choices),
        ],
      );
  }
}

function readInteger(word: string): number {
  if (!/^[+-]?\d+$/.test(word)) throw new InvalidArgumentError("A whole number is expected.");
  return Number(word);
}

/** Several words may stand between one pair of quotes, as for dbt: `--resource-type "model seed"`. */
function readWords(text: string, choices: readonly string[] | undefined): readonly string[] {
  const words = text.split(" ");
  return choices ? words.map((word) => readChoice(word, choices)) : words;
}

function readChoice(word: string, choices: readonly string[]): string {
  const choice = word.toLowerCase();
  if (!choices.includes(choice)) {
    throw new InvalidArgumentError(`One of ${choices.join(", ")} is expected.`);
  }
  return choice;
}

function readRequest(definition: CommandDefinition, command: Command): Request {
  const own = readOptions(command, [...GLOBAL_OPTIONS, ...definition.options]);
  const earlier: Record<string, unknown> = {};
  for (let parent = command.parent; parent; parent = parent.parent) {
    if (versionAsked(parent)) return { kind: "version" };
    for (const [key, value] of Object.entries(readOptions(parent, GLOBAL_OPTIONS))) {
      if (key in own || key in earlier) return { kind: "usage", message: givenTwice(key) };
      earlier[key] = value;
    }
  }
  const argument = definition.argument && command.args[0];
  const named = definition.argument && argument ? { [definition.argument.key]: argument } : {};
  return { kind: "command", definition, options: { ...earlier, ...own, ...named } };
}

/** Takes aliases together; commander names them after their own spelling. */
function readOptions(command: Command, definitions: readonly OptionDefinition[]): Options {
  const values: Record<string, unknown> = command.opts();
  const options: Record<string, unknown> = {};
  for (const definition of definitions) {
    const spellings = [definition.long, ...(definition.aliases ?? [])];
    const given = spellings.flatMap((spelling) => {
      const value = values[new Option(spelling).attributeName()];
      return value === undefined ? [] : [value];
    });
    if (given.length === 0) continue;
    options[definition.key] = definition.value.kind === "words" ? given.flat() : given.at(-1);
  }
  return options;
}

function versionAsked(command: Command): Request | undefined {
  const { version, V } = command.opts();
  return version === true || V === true ? { kind: "version" } : undefined;
}

function givenTwice(key: string): string {
  const option = GLOBAL_OPTIONS.find((definition) => definition.key === key);
  return `The option "${option?.long ?? key}" stands before and after the command; give it once.`;
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
