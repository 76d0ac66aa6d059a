import { PyDict } from "../jinja/py-dict.ts";
import { PyFloat } from "../util/python-values.ts";

/**
 * Python's `json.loads`, or undefined where it would refuse: unlike JSON.parse it tells `1` from
 * `1.0`, keeps big integers exact and the order of keys, and reads NaN and Infinity.
 */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  const reader = new JsonReader(text);
  const value = reader.value();
  return value !== FAILED && reader.atEnd() ? { value } : undefined;
}

const FAILED = Symbol("failed");
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y; // eslint-disable-line no-control-regex -- JSON forbids them
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null|NaN|-?Infinity/y;

const WORDS = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", new PyFloat(NaN)],
  ["Infinity", new PyFloat(Infinity)],
  ["-Infinity", new PyFloat(-Infinity)],
]);

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    this.#take(SPACE);
    return this.#at === this.#text.length;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    this.#at += match?.length ?? 0;
    return match;
  }

  #skip(char: string): boolean {
    this.#take(SPACE);
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  value(): unknown {
    this.#take(SPACE);
    if (this.#skip("{")) return this.#object();
    if (this.#skip("[")) return this.#array();
    const string = this.#take(STRING);
    if (string !== undefined) return JSON.parse(string) as string;
    const word = this.#take(WORD);
    if (word !== undefined) return WORDS.get(word);
    const number = this.#take(NUMBER);
    return number === undefined ? FAILED : readNumber(number);
  }

  #array(): unknown {
    const items: unknown[] = [];
    if (this.#skip("]")) return items;
    do {
      const item = this.value();
      if (item === FAILED) return FAILED;
      items.push(item);
    } while (this.#skip(","));
    return this.#skip("]") ? items : FAILED;
  }

  #object(): unknown {
    const dict = new PyDict();
    if (this.#skip("}")) return dict;
    do {
      this.#take(SPACE);
      const key = this.#take(STRING);
      if (key === undefined || !this.#skip(":")) return FAILED;
      const value = this.value();
      if (value === FAILED) return FAILED;
      dict.set(JSON.parse(key) as string, value);
    } while (this.#skip(","));
    return this.#skip("}") ? dict : FAILED;
  }
}

function readNumber(text: string): unknown {
  if (/[.eE]/.test(text)) return new PyFloat(Number(text));
  const value = Number(text);
  return Number.isSafeInteger(value) ? value || 0 : BigInt(text);
}
