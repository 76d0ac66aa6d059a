import { sparkError } from "../../../../errors/adapter-errors.ts";

const known = new Map<string, RegExp>();

/** A Java regular expression as JavaScript's, always with `g`; set `lastIndex` before use. */
export function javaRegex(pattern: string, routine: string): RegExp {
  const key = `${routine} ${pattern}`;
  const cached = known.get(key);
  if (cached !== undefined) {
    cached.lastIndex = 0;
    return cached;
  }
  const made = compile(pattern, routine);
  if (known.size < 2000) known.set(key, made);
  return made;
}

function compile(pattern: string, routine: string): RegExp {
  const { source, flags } = readFlags(pattern);
  try {
    return new RegExp(toJavaScript(source), `gu${flags}`);
  } catch {
    return compileLoosely(source, { pattern, flags, routine });
  }
}

/** Java allows needless escapes such as `\-` that JavaScript's unicode mode refuses. */
function compileLoosely(
  source: string,
  facts: { readonly pattern: string; readonly flags: string; readonly routine: string },
): RegExp {
  try {
    return new RegExp(toJavaScript(source), `g${facts.flags}`);
  } catch (error) {
    throw sparkError(
      "INVALID_PARAMETER_VALUE.PATTERN",
      `The value of parameter(s) \`regexp\` in \`${facts.routine}\` is invalid: '${facts.pattern}' is not a regular expression that the local engine can run.`,
      undefined,
      error,
    );
  }
}

/** `(?i)` at the start: flags of the whole pattern. */
function readFlags(pattern: string): { readonly source: string; readonly flags: string } {
  const match = /^\(\?([imsux]+)\)/.exec(pattern);
  if (match === null) return { source: pattern, flags: "" };
  const flags = ["i", "m", "s"].filter((flag) => match[1]?.includes(flag) === true).join("");
  return { source: pattern.slice(match[0].length), flags };
}

const POSIX: Readonly<Record<string, string>> = {
  Alpha: "a-zA-Z",
  Digit: "0-9",
  Alnum: "a-zA-Z0-9",
  Upper: "A-Z",
  Lower: "a-z",
  Punct: "!-\\/:-@\\[-`{-~",
  Space: "\\s",
  XDigit: "0-9a-fA-F",
  Blank: " \\t",
  Cntrl: "\\x00-\\x1f\\x7f",
  Graph: "!-~",
  Print: " -~",
  ASCII: "\\x00-\\x7f",
};

/** Java's syntax where it differs: quotes, POSIX classes, possessive quantifiers, anchors. */
function toJavaScript(pattern: string): string {
  return unquote(pattern)
    .replace(/\\([pP])\{(?:Is)?(\w+)\}/g, (whole, letter: string, name: string) => {
      const set = POSIX[name];
      if (set === undefined) return whole;
      return letter === "p" ? `[${set}]` : `[^${set}]`;
    })
    .replace(/\[(\^?)((?:\\.|[^\]\\])*)\[([!-`{-~ \\][^\]]*)\]([^\]]*)\]/g, "[$1$2$3$4]")
    .replace(/\\h/g, "[ \\t\\xA0]")
    .replace(/\\A/g, "^")
    .replace(/\\[zZ]/g, "$$")
    .replace(/\(\?>/g, "(?:")
    .replace(/(?<!\\)([*+?}])\+/g, "$1");
}

/** `\Q...\E` is literal text. */
function unquote(pattern: string): string {
  return pattern.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, text: string) =>
    text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
  );
}
