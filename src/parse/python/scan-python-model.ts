import {
  pythonLiteral,
  pythonModelFunction,
  pythonSyntax,
} from "../../errors/python-model-errors.ts";
import type { Place } from "../../errors/place.ts";
import { LiteralReader, NOT_LITERAL } from "./python-literal.ts";
import { type PythonLine, type PythonToken, tokenizePython } from "./tokenize-python.ts";

/** A call of dbt's in a Python model, with literal arguments. */
export interface PythonCall {
  readonly function: "ref" | "source" | "config" | "get" | "meta_get";
  readonly positional: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
}

const CALLS: Readonly<Record<string, PythonCall["function"]>> = {
  "dbt.ref": "ref",
  "dbt.source": "source",
  "dbt.config": "config",
  "dbt.config.get": "get",
  "dbt.config.meta_get": "meta_get",
};

/**
 * Reads a Python model without running it: checks its one function `model(dbt, session)` and finds
 * the calls of dbt's in the file.
 */
export function scanPythonModel(text: string, place: Place): PythonCall[] {
  const read = tokenizePython(text);
  if ("failedAt" in read) throw pythonSyntax(at(place, text, read.failedAt));
  if (read.lines.length === 0) return [];
  checkModelFunction(read.lines, place, text);
  return read.lines.flatMap(({ tokens }) => callsIn(tokens, place, text));
}

function at(place: Place, text: string, offset: number): Place {
  const lines = text.slice(0, offset).split("\n");
  return { ...place, text, line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}

function checkModelFunction(lines: readonly PythonLine[], place: Place, text: string): void {
  const starts = lines.flatMap((line, index) => (isModelFunction(line) ? [index] : []));
  const [start] = starts;
  if (starts.length !== 1 || start === undefined) {
    throw pythonModelFunction(
      `must have exactly one function called "model", but has ${starts.length}.`,
      place,
    );
  }
  const header = lines[start]?.tokens ?? [];
  const here = at(place, text, header[0]?.start ?? 0);
  const names = parameterNames(header);
  if (names.length !== 2)
    throw pythonModelFunction(
      'must have a function "model" with two arguments, dbt and a session.',
      here,
    );
  if (names[0] !== "dbt")
    throw pythonModelFunction(
      'must have "dbt" as the first argument of the function "model".',
      here,
    );
  if (!endsInReturn(lines.slice(start))) {
    throw pythonModelFunction(
      'must end the function "model" with a return of one data frame.',
      here,
    );
  }
}

function isModelFunction({ indent, tokens }: PythonLine): boolean {
  return indent === 0 && tokens[0]?.text === "def" && tokens[1]?.text === "model";
}

/** Names before any `*`; annotations and defaults are passed over. */
function parameterNames(header: readonly PythonToken[]): string[] {
  const names: string[] = [];
  let depth = 0;
  let expectsName = false;
  for (const { kind, text } of header.slice(2)) {
    if ("([{".includes(text)) {
      depth += 1;
      expectsName = depth === 1;
      continue;
    }
    if (")]}".includes(text) && --depth === 0) break;
    if (depth === 1 && text === ",") expectsName = true;
    else if (depth === 1 && expectsName && text.startsWith("*")) break;
    else if (expectsName && kind === "name") {
      names.push(text);
      expectsName = false;
    }
  }
  return names;
}

/** The last statement of the body returns something that is no tuple. */
function endsInReturn([header, ...rest]: readonly PythonLine[]): boolean {
  const colon = header?.tokens.findLastIndex(({ text }) => text === ":") ?? -1;
  const inline = header?.tokens.slice(colon + 1) ?? [];
  const end = rest.findIndex(({ indent }) => indent === 0);
  const body = end < 0 ? rest : rest.slice(0, end);
  const indent = body[0]?.indent;
  const last = body.filter((line) => line.indent === indent).at(-1)?.tokens ?? inline;
  if (last[0]?.text !== "return") return false;
  let depth = 0;
  return !last.some(({ text }) => {
    if ("([{".includes(text)) depth += 1;
    if (")]}".includes(text)) depth -= 1;
    return depth === 0 && text === ",";
  });
}

function callsIn(tokens: readonly PythonToken[], place: Place, text: string): PythonCall[] {
  const calls: PythonCall[] = [];
  for (const [index, token] of tokens.entries()) {
    const isName = token.text === "dbt" && tokens[index - 1]?.text !== ".";
    const found = isName ? dottedName(tokens, index) : undefined;
    const name = found === undefined ? undefined : CALLS[found.name];
    if (found === undefined || name === undefined || tokens[found.end]?.text !== "(") continue;
    calls.push({ function: name, ...readArguments(tokens, found.end + 1, { place, text }) });
  }
  return calls;
}

function dottedName(tokens: readonly PythonToken[], start: number): { name: string; end: number } {
  let end = start + 1;
  let name = tokens[start]?.text ?? "";
  while (tokens[end]?.text === "." && tokens[end + 1]?.kind === "name") {
    name += `.${tokens[end + 1]?.text ?? ""}`;
    end += 2;
  }
  return { name, end };
}

function readArguments(
  tokens: readonly PythonToken[],
  start: number,
  file: { readonly place: Place; readonly text: string },
): Pick<PythonCall, "positional" | "named"> {
  const reader = new LiteralReader(tokens, start);
  const positional: unknown[] = [];
  const named: Record<string, unknown> = {};
  while (!reader.take(")")) {
    const from = tokens[reader.at]?.start ?? 0;
    const keyword = reader.peek(1) === "=" ? reader.peek() : undefined;
    if (keyword !== undefined) reader.at += 2;
    const value = reader.value();
    const isEnd = reader.take(",") || reader.peek() === ")";
    if (value === NOT_LITERAL || !isEnd) throw pythonLiteral(at(file.place, file.text, from));
    if (keyword === undefined) positional.push(value);
    else named[keyword] = value;
  }
  return { positional, named };
}
