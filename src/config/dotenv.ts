import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "./environment.ts";

/**
 * The environment with the variables of the nearest `.env` file, searched from `cwd` upwards. Real
 * variables win over the file's.
 */
export function withDotenv(env: Environment, cwd: string): Environment {
  const path = findUpwards(cwd, ".env");
  if (path === undefined) return env;
  return { ...parseDotenv(readFileSync(path, "utf8"), env), ...env };
}

/** The file `name` in `folder` or its nearest parent that has one; a folder of that name is none. */
export function findUpwards(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpwards(parent, name);
}

const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?:=\s*(.*))?$/;

/**
 * The rules of python-dotenv: `export` is allowed, single quotes keep backslashes, double quotes
 * know `\n`, an unquoted value ends at ` #`, and `${NAME}` or `${NAME:-default}` is replaced
 * everywhere. A quoted value may span lines. Lines that are no assignment are passed over: the file
 * may belong to another tool.
 */
export function parseDotenv(
  text: string,
  outer: Environment = {},
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name = "", written] = LINE.exec(line) ?? [];
    if (written === undefined) continue;
    const { raw, lastIndex } = joinQuoted(written, lines, index);
    // A quote that is never closed spoils its line only.
    if (lastIndex >= lines.length) continue;
    index = lastIndex;
    values[name] = readValue(raw, { ...values, ...outer });
  }
  return values;
}

/** The text up to the closing quote, over as many lines as it takes. */
function joinQuoted(
  written: string,
  lines: readonly string[],
  index: number,
): { raw: string; lastIndex: number } {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return { raw: written, lastIndex: index };
  let raw = written;
  let lastIndex = index;
  while (closingQuote(raw, quote) < 0) {
    lastIndex++;
    if (lastIndex >= lines.length) break;
    raw += `\n${lines[lastIndex] ?? ""}`;
  }
  return { raw, lastIndex };
}

function closingQuote(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function readValue(raw: string, known: Environment): string {
  const quote = raw[0];
  if (quote === "'") {
    const inner = raw.slice(1, closingQuote(raw, quote));
    return expand(inner.replace(/\\(['\\])/g, "$1"), known);
  }
  if (quote === '"') {
    const inner = raw.slice(1, closingQuote(raw, quote));
    return expand(
      inner.replace(/\\(.)/gs, (all, letter: string) =>
        letter === '"' || letter === "\\" ? letter : (ESCAPES[letter] ?? all),
      ),
      known,
    );
  }
  return expand(raw.replace(/\s+#.*$/, "").trim(), known);
}

function expand(text: string, known: Environment): string {
  return text.replace(
    /\$\{([^}:]+)(?::-([^}]*))?\}/g,
    (_, name: string, fallback: string | undefined) => known[name] ?? fallback ?? "",
  );
}
