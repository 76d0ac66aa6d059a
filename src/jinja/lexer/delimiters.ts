import type { SyntaxOptions } from "../syntax-options.ts";
import { WHITESPACE } from "../runtime/whitespace.ts";

/** The regular expressions that find tags; all are sticky or global and keep no state between uses. */
export interface Delimiters {
  readonly options: SyntaxOptions;
  /** Any opening delimiter with its sign: group 1 raw, 2 comment, 3 block, 4 variable. */
  readonly opening: RegExp;
  readonly blockEnd: RegExp;
  readonly variableEnd: RegExp;
  readonly commentEnd: RegExp;
  /** Group 1 is the sign before `endraw`. */
  readonly rawEnd: RegExp;
}

/** Compiles the delimiters of an environment, once. */
export function compileDelimiters(options: SyntaxOptions): Delimiters {
  const quoted = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/-]/g, "\\$&");
  const space = `[${WHITESPACE}]*`;
  const [block, blockEnd] = [quoted(options.blockStart), quoted(options.blockEnd)];
  const suffix = options.trimBlocks ? "\\n?" : "";
  const closing = `(?:\\+${blockEnd}|-${blockEnd}${space}|${blockEnd}${suffix})`;
  const raw = `(${block}[-+]?${space}raw${space}(?:-${blockEnd}${space}|${blockEnd}))`;
  const others = [
    { start: options.commentStart, at: 2 },
    { start: options.blockStart, at: 3 },
    { start: options.variableStart, at: 4 },
  ].sort((a, b) => b.start.length - a.start.length);
  const named = ["", "", "comment", "block", "variable"];
  const openers = others.map(({ start, at }) => `(?<${named[at] ?? ""}>${quoted(start)}[-+]?)`);
  const variableEnd = quoted(options.variableEnd);
  const commentEnd = quoted(options.commentEnd);
  return {
    options,
    opening: new RegExp([raw, ...openers].join("|"), "g"),
    blockEnd: new RegExp(closing, "y"),
    variableEnd: new RegExp(`-${variableEnd}${space}|${variableEnd}`, "y"),
    commentEnd: new RegExp(
      `(?:\\+${commentEnd}|-${commentEnd}${space}|${commentEnd}${suffix})`,
      "g",
    ),
    rawEnd: new RegExp(`${block}([-+]?)${space}endraw${space}${closing}`, "g"),
  };
}
