import { unquotePythonString } from "../../util/python-string.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { PythonToken } from "./tokenize-python.ts";

/** Reads literals from a list of tokens, as `ast.literal_eval` does. */
export class LiteralReader {
  private readonly tokens: readonly PythonToken[];
  at: number;

  constructor(tokens: readonly PythonToken[], at: number) {
    this.tokens = tokens;
    this.at = at;
  }

  peek(offset = 0): string | undefined {
    return this.tokens[this.at + offset]?.text;
  }

  take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at += 1;
    return true;
  }

  /** The literal that starts here; NOT_LITERAL for anything else. */
  value(): unknown {
    const token = this.tokens[this.at];
    if (token === undefined) return NOT_LITERAL;
    if (token.kind === "string") return this.strings();
    this.at += 1;
    switch (token.text) {
      case "[":
        return this.items("]");
      case "{":
        return this.dict();
      case "(":
        return this.parenthesised();
      case "-":
        return negative(this.value());
      case "+":
        return this.value();
      default:
        return token.kind === "number" ? numberOf(token.text) : constantOf(token.text);
    }
  }

  /** Adjacent strings are one. */
  private strings(): unknown {
    let text = "";
    for (let token = this.tokens[this.at]; token?.kind === "string"; token = this.tokens[this.at]) {
      const part = unquotePythonString(token.text);
      if (part === undefined) return NOT_LITERAL;
      text += part;
      this.at += 1;
    }
    return text;
  }

  private items(close: string): unknown {
    const items: unknown[] = [];
    while (!this.take(close)) {
      const value = this.value();
      if (value === NOT_LITERAL) return NOT_LITERAL;
      items.push(value);
      if (!this.take(",") && this.peek() !== close) return NOT_LITERAL;
    }
    return items;
  }

  private parenthesised(): unknown {
    const start = this.at;
    const items = this.items(")");
    if (!Array.isArray(items) || items.length !== 1) return items;
    const hasComma = this.tokens[this.at - 2]?.text === "," && this.at - 2 > start;
    return hasComma ? items : (items[0] as unknown);
  }

  private dict(): unknown {
    const dict: Record<string, unknown> = {};
    while (!this.take("}")) {
      const key = this.value();
      if (key === NOT_LITERAL || !this.take(":")) return NOT_LITERAL;
      const value = this.value();
      if (value === NOT_LITERAL) return NOT_LITERAL;
      dict[String(key)] = value;
      if (!this.take(",") && this.peek() !== "}") return NOT_LITERAL;
    }
    return dict;
  }
}

export const NOT_LITERAL: unique symbol = Symbol("not a literal");

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["True", true],
  ["False", false],
  ["None", null],
]);

function constantOf(text: string): unknown {
  return CONSTANTS.has(text) ? CONSTANTS.get(text) : NOT_LITERAL;
}

function negative(value: unknown): unknown {
  if (typeof value === "number") return -value;
  return value instanceof PyFloat ? new PyFloat(-value.value) : NOT_LITERAL;
}

function numberOf(text: string): unknown {
  const plain = text.replaceAll("_", "");
  if (/[jJ]$/.test(plain)) return NOT_LITERAL;
  const value = Number(plain);
  return /^0[xXoObB]/.test(plain) || !/[.eE]/.test(plain) ? value : new PyFloat(value);
}
