import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../../jinja/bind-arguments.ts";
import {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PyIterator } from "../../jinja/py-iterator.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyRepr } from "../../jinja/python-text.ts";
import { pythonTypeName } from "../../jinja/python-types.ts";
import { MISSING } from "../../jinja/scope.ts";
import { expandTemplate } from "./expand-template.ts";
import { MatchValue } from "./match-value.ts";
import { translatePattern } from "./translate-pattern.ts";

const FLAGS = {
  ASCII: 256,
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  NOFLAG: 0,
};
const SHORT_FLAGS = { A: 256, I: 2, L: 4, M: 8, S: 16, U: 32, X: 64 };

/** `modules.re`: Python's regular expressions on those of JavaScript. */
export function reModule(): PyDict {
  const functions = Object.keys(OPERATIONS).map((name) => [name, moduleFunction(name)] as const);
  return PyDict.fromRecord({
    ...Object.fromEntries(functions),
    ...FLAGS,
    ...SHORT_FLAGS,
    compile: hostFunction("compile", (args) => {
      const [pattern, flags] = bindArguments("compile", ["pattern", "flags=0"], args);
      return compiled(pattern, flags).object;
    }),
    escape: hostFunction("escape", (args) =>
      text(args.positional[0]).replace(/[\t\n\v\f\r !"#$%&'()*+,./:;<=>?@[\\\]^`{|}~-]/g, escaped),
    ),
    purge: hostFunction("purge", () => null),
  });
}

/** Python leaves out what has no meaning in a pattern. */
function escaped(char: string): string {
  return /[!"%',/:;<=>@`]/.test(char) ? char : `\\${char}`;
}

interface CompiledPattern {
  readonly regex: RegExp;
  /** The value that templates see. */
  readonly object: HostObject;
}

type Operation = (pattern: CompiledPattern, args: CallArguments) => unknown;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  search: (pattern, args) => matchAt(pattern, onlyString("search", args), "anywhere"),
  match: (pattern, args) => matchAt(pattern, onlyString("match", args), "start"),
  fullmatch: (pattern, args) => matchAt(pattern, onlyString("fullmatch", args), "whole"),
  findall: (pattern, args) => allMatches(pattern, onlyString("findall", args)).map(foundText),
  finditer: (pattern, args) => {
    const matches = allMatches(pattern, onlyString("finditer", args));
    return new PyIterator(
      matches.map((match) => new MatchValue(match, pattern.object)),
      "callable_iterator",
    );
  },
  split: splitBy,
  sub: (pattern, args) => substitute("sub", pattern, args).items[0],
  subn: (pattern, args) => substitute("subn", pattern, args),
};

/** `re.search(pattern, ...)`; flags come last or by name. */
function moduleFunction(name: string): HostObject {
  return hostFunction(name, ({ positional, named }) => {
    const [pattern, ...rest] = positional;
    const takes = name.startsWith("sub") ? 3 : name === "split" ? 2 : 1;
    const flags = named.get("flags") ?? rest[takes] ?? 0;
    const others = new Map([...named].filter(([key]) => key !== "flags" && key !== "pattern"));
    const first = pattern ?? named.get("pattern");
    return OPERATIONS[name]?.(compiled(first, flags), {
      positional: rest.slice(0, takes),
      named: others,
    });
  });
}

const patterns = new Map<string, CompiledPattern>();
const regexOf = new WeakMap<HostObject, CompiledPattern>();

function compiled(pattern: unknown, flags: unknown): CompiledPattern {
  const known =
    typeof pattern === "object" && pattern !== null
      ? regexOf.get(pattern as HostObject)
      : undefined;
  if (known !== undefined) return known;
  const source = text(pattern);
  const bits = typeof flags === "number" ? flags : 0;
  const key = `${String(bits)} ${source}`;
  const cached = patterns.get(key) ?? compile(source, bits);
  patterns.set(key, cached);
  return cached;
}

function compile(source: string, bits: number): CompiledPattern {
  const has = (bit: number): boolean => (bits & bit) !== 0;
  const translated = translatePattern(source, {
    ignoreCase: has(FLAGS.IGNORECASE),
    multiline: has(FLAGS.MULTILINE),
    dotAll: has(FLAGS.DOTALL),
    verbose: has(FLAGS.VERBOSE),
    ascii: has(FLAGS.ASCII),
  });
  const regex = toRegex(source, translated.source, translated.flags.ignoreCase ? "dgiu" : "dgu");
  const pattern: { regex: RegExp; object: HostObject } = {
    regex,
    object: hostObject({ typeName: "re.Pattern" }),
  };
  pattern.object = patternObject(source, () => pattern);
  regexOf.set(pattern.object, pattern);
  return pattern;
}

function toRegex(source: string, translated: string, flags: string): RegExp {
  try {
    return new RegExp(translated, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, "") : "";
    throw pythonError("ValueError", `${pyRepr(source)} is not a regular expression: ${reason}`);
  }
}

function patternObject(source: string, pattern: () => CompiledPattern): HostObject {
  return hostObject({
    typeName: "re.Pattern",
    str: () => `re.compile(${pyRepr(source)})`,
    getAttribute(name) {
      if (name === "pattern") return source;
      if (name === "groups")
        return new RegExp(`${pattern().regex.source}|`, "u").exec("")?.length ?? 0;
      const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
      return operation === undefined
        ? MISSING
        : hostFunction(name, (args) => operation(pattern(), args));
    },
  });
}

function matchAt(
  { regex, object }: CompiledPattern,
  string: string,
  where: "anywhere" | "start" | "whole",
): unknown {
  const wrapped = {
    anywhere: regex,
    start: new RegExp(regex.source, regex.flags.replace("g", "y")),
    whole: new RegExp(`(?:${regex.source})(?![^])`, regex.flags.replace("g", "y")),
  }[where];
  const match = wrapped.exec(string);
  wrapped.lastIndex = 0;
  return match === null ? null : new MatchValue(match, object);
}

function allMatches({ regex }: CompiledPattern, string: string): RegExpExecArray[] {
  return Array.from(string.matchAll(regex));
}

/** The match, its one group, or a tuple of its groups. */
function foundText(match: RegExpExecArray): unknown {
  if (match.length === 1) return match[0];
  const groups = match.slice(1).map((group: string | undefined) => group ?? "");
  return groups.length === 1 ? groups[0] : new PyTuple(groups);
}

function splitBy(pattern: CompiledPattern, args: CallArguments): unknown[] {
  const [string, most] = bindArguments("split", ["string", "maxsplit=0"], args);
  const input = text(string);
  const limit = most === 0 ? Infinity : Number(most);
  const parts: unknown[] = [];
  let at = 0;
  for (const match of allMatches(pattern, input).slice(0, limit)) {
    parts.push(input.slice(at, match.index));
    parts.push(...match.slice(1).map((group: string | undefined) => group ?? null));
    at = match.index + match[0].length;
  }
  return [...parts, input.slice(at)];
}

function substitute(name: string, pattern: CompiledPattern, args: CallArguments): PyTuple {
  const [replacement, string, count] = bindArguments(name, ["repl", "string", "count=0"], args);
  if (typeof replacement !== "string") {
    throw pythonError(
      "TypeError",
      `${name}() takes text to put in, not ${pythonTypeName(replacement)}`,
    );
  }
  const input = text(string);
  const limit = count === 0 ? Infinity : Number(count);
  const matches = allMatches(pattern, input).slice(0, limit);
  let result = "";
  let at = 0;
  for (const match of matches) {
    result += input.slice(at, match.index) + expandTemplate(replacement, match);
    at = match.index + match[0].length;
  }
  return new PyTuple([result + input.slice(at), matches.length]);
}

function onlyString(name: string, args: CallArguments): string {
  return text(bindArguments(name, ["string"], args)[0]);
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  throw pythonError(
    "TypeError",
    `expected string or bytes-like object, got '${pythonTypeName(value)}'`,
  );
}
