import { unquotePythonString } from "../util/python-string.ts";
import { PyFloat } from "../util/python-values.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { PySet } from "../jinja/py-set.ts";
import { PyTuple } from "../jinja/py-tuple.ts";

/**
 * Python's `ast.literal_eval`: the value of a text that is a literal (numbers, strings, None,
 * True, False, tuples, lists, dicts, sets), or undefined where it is none.
 */
export function literalEval(text: string): { readonly value: unknown } | undefined {
  // Python 3.11 drops leading blanks before it parses.
  const reader = new LiteralReader(text.replace(/^[ \t]+/, ""));
  const value = reader.readTuple();
  return value !== FAILED && reader.atEnd() ? { value } : undefined;
}

const FAILED = Symbol("failed");

const STRING =
  /^(?:u|r|)(?:'''([^\\]|\\[^])*?'''|"""([^\\]|\\[^])*?"""|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*")/i;
const NUMBER =
  /^(?:0x[\da-f](?:_?[\da-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|(?:\d(?:_?\d)*)?\.?\d(?:_?\d)*\.?(?:e[+-]?\d(?:_?\d)*)?)/i;

class LiteralReader {
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  atEnd(): boolean {
    return /^\s*(?:#.*)?\s*$/.test(this.#rest);
  }

  /** `a` or `a, b`. */
  readTuple(): unknown {
    const first = this.#value();
    if (first === FAILED || !this.#skip(",")) return first;
    const items = [first];
    while (!this.atEnd() && !this.#peek(/^[)]/)) {
      const item = this.#value();
      if (item === FAILED) return FAILED;
      items.push(item);
      if (!this.#skip(",")) break;
    }
    return new PyTuple(items);
  }

  #peek(pattern: RegExp): boolean {
    this.#rest = this.#rest.trimStart();
    return pattern.test(this.#rest);
  }

  #take(pattern: RegExp): string | undefined {
    this.#rest = this.#rest.trimStart();
    const match = pattern.exec(this.#rest)?.[0];
    if (match !== undefined) this.#rest = this.#rest.slice(match.length);
    return match;
  }

  #skip(text: string): boolean {
    this.#rest = this.#rest.trimStart();
    if (!this.#rest.startsWith(text)) return false;
    this.#rest = this.#rest.slice(text.length);
    return true;
  }

  #value(): unknown {
    if (this.#skip("[")) return this.#items("]", (items) => items);
    if (this.#skip("(")) return this.#parenthesised();
    if (this.#skip("{")) return this.#braces();
    if (this.#peek(/^[+-]/)) return this.#signed();
    const word = this.#take(/^(?:None|True|False)\b/);
    if (word !== undefined) return word === "None" ? null : word === "True";
    const string = this.#take(STRING);
    if (string !== undefined) return this.#strings(string);
    const number = this.#take(NUMBER);
    return number === undefined || this.#peekWord() ? FAILED : readNumber(number);
  }

  /** A letter right behind a number: `1st`. */
  #peekWord(): boolean {
    return /^\w/.test(this.#rest);
  }

  #signed(): unknown {
    const sign = this.#skip("-") ? -1 : (this.#skip("+"), 1);
    const value = this.#peek(/^[\d.]/) ? this.#value() : FAILED;
    if (typeof value === "number") return sign * value || 0;
    if (typeof value === "bigint") return BigInt(sign) * value;
    return value instanceof PyFloat ? new PyFloat(sign * value.value) : FAILED;
  }

  /** Adjacent strings are one. */
  #strings(first: string): unknown {
    let text = unquotePythonString(first) ?? "";
    for (;;) {
      const next = this.#take(STRING);
      if (next === undefined) return text;
      text += unquotePythonString(next) ?? "";
    }
  }

  #items(end: string, build: (items: unknown[]) => unknown): unknown {
    const items: unknown[] = [];
    while (!this.#skip(end)) {
      if (items.length > 0 && !this.#skip(",")) return FAILED;
      if (items.length > 0 && this.#skip(end)) break;
      const item = this.#value();
      if (item === FAILED) return FAILED;
      items.push(item);
    }
    return build(items);
  }

  #parenthesised(): unknown {
    if (this.#skip(")")) return new PyTuple([]);
    const value = this.readTuple();
    return value !== FAILED && this.#skip(")") ? value : FAILED;
  }

  #braces(): unknown {
    if (this.#skip("}")) return new PyDict();
    const first = this.#value();
    if (first === FAILED) return FAILED;
    return this.#skip(":") ? this.#dict(first) : this.#set(first);
  }

  #dict(firstKey: unknown): unknown {
    const dict = new PyDict();
    let key = firstKey;
    for (;;) {
      const value = this.#value();
      if (value === FAILED) return FAILED;
      dict.set(key, value);
      if (this.#skip("}")) return dict;
      if (!this.#skip(",")) return FAILED;
      if (this.#skip("}")) return dict;
      key = this.#value();
      if (key === FAILED || !this.#skip(":")) return FAILED;
    }
  }

  #set(first: unknown): unknown {
    if (this.#skip("}")) return new PySet([first]);
    if (!this.#skip(",")) return FAILED;
    return this.#items("}", (items) => new PySet([first, ...items]));
  }
}

function readNumber(text: string): unknown {
  const digits = text.replaceAll("_", "");
  if (/^0[xob]/i.test(digits)) return smallest(BigInt(digits.toLowerCase()));
  if (/[.e]/i.test(digits)) return new PyFloat(Number(digits));
  return /^0+[1-9]/.test(digits) ? FAILED : smallest(BigInt(digits));
}

function smallest(value: bigint): number | bigint {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
