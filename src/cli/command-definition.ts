import type { CommandContext, CommandOutcome } from "../commands/command-context.ts";
import type { OptionDefinition } from "./options/option.ts";

/** One command as data: parsing, `--help` and the reference page are made from it. */
export interface CommandDefinition {
  /** As typed: `build`, `docs generate`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** dbt's word for it in flags and artifacts, where it differs: `generate`. */
  readonly which?: string;
  /** One sentence. */
  readonly summary: string;
  readonly argument?: CommandArgument;
  /** Besides the global ones. */
  readonly options: readonly OptionDefinition[];
  /** Command lines without the program's name. */
  readonly examples: readonly string[];
  readonly hidden?: boolean;
  /** Prints what was asked for and nothing around it, as with `--quiet`: for pipes. */
  readonly printsOnly?: boolean;
  readonly run: (context: CommandContext) => Promise<CommandOutcome>;
}

export interface CommandArgument {
  /** Its name in `Flags.command`. */
  readonly key: string;
  readonly placeholder: string;
  readonly summary: string;
}
