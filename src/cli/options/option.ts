/**
 * One option of the command line, as data: the parser, `--help` and the reference page are made
 * from it.
 */
export interface OptionDefinition {
  /** Its name in `Flags`, or in `Flags.command` for options of one command. */
  readonly key: string;
  readonly long: string;
  readonly short?: string;
  /** Other spellings, not shown: `--models` for `--select`. */
  readonly aliases?: readonly string[];
  readonly value: OptionValue;
  readonly summary: string;
  /** The spelling that turns a flag off. */
  readonly negative?: string;
  /** Environment variable (its twin `DBT_ENGINE_X` is understood too). */
  readonly env?: string;
  readonly hidden?: boolean;
  /** What holds where nothing is given, for `--help`. */
  readonly fallback?: string;
}

export type OptionValue =
  | { readonly kind: "flag" }
  | { readonly kind: "text"; readonly placeholder: string }
  | { readonly kind: "integer"; readonly placeholder: string }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  /** Takes words until the next option, and may be repeated. */
  | { readonly kind: "words"; readonly placeholder: string; readonly choices?: readonly string[] };

export const FLAG: OptionValue = { kind: "flag" };
export const PATH: OptionValue = { kind: "text", placeholder: "PATH" };
export const TEXT: OptionValue = { kind: "text", placeholder: "TEXT" };
export const YAML: OptionValue = { kind: "text", placeholder: "YAML" };
export const INTEGER: OptionValue = { kind: "integer", placeholder: "INTEGER" };
