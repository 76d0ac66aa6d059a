import { hashKey } from "./hash-key.ts";
import { MISSING } from "./scope.ts";

/** Where a dict keeps its entries; the lazy view of host data has another one. */
export interface DictStore {
  readonly size: number;
  get(key: unknown): unknown;
  has(key: unknown): boolean;
  set(key: unknown, value: unknown): void;
  delete(key: unknown): boolean;
  clear(): void;
  keys(): IterableIterator<unknown>;
}

/**
 * Python's dict: insertion order, Python's equality of keys, the first spelling of a key kept.
 * Strings, the usual keys, are their own hash keys and cost one Map entry.
 */
export class PyDict {
  readonly unhashableType: string = "dict";
  readonly #values: DictStore;
  /** Keys whose hash key is something else: True, 1.0, tuples. */
  #spellings: Map<unknown, unknown> | undefined;

  constructor(store: DictStore = new Map<unknown, unknown>()) {
    this.#values = store;
  }

  static fromEntries(entries: Iterable<readonly [unknown, unknown]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }

  /** Keys must be strings without exception; skips hashing. */
  static fromRecord(record: Readonly<Record<string, unknown>>): PyDict {
    return new PyDict(new Map<unknown, unknown>(Object.entries(record)));
  }

  get size(): number {
    return this.#values.size;
  }

  /** The value, or MISSING. */
  get(key: unknown): unknown {
    const hash = typeof key === "string" ? key : hashKey(key);
    const value = this.#values.get(hash);
    return value === undefined && !this.#values.has(hash) ? MISSING : value;
  }

  has(key: unknown): boolean {
    return this.#values.has(hashKey(key));
  }

  set(key: unknown, value: unknown): void {
    if (typeof key === "string") {
      this.#values.set(key, value);
      return;
    }
    const hash = hashKey(key);
    if (hash !== key && !this.#values.has(hash)) {
      this.#spellings ??= new Map();
      this.#spellings.set(hash, key);
    }
    this.#values.set(hash, value);
  }

  delete(key: unknown): boolean {
    const hash = hashKey(key);
    this.#spellings?.delete(hash);
    return this.#values.delete(hash);
  }

  clear(): void {
    this.#spellings = undefined;
    this.#values.clear();
  }

  *keys(): Generator {
    const spellings = this.#spellings;
    if (spellings === undefined) yield* this.#values.keys();
    else for (const hash of this.#values.keys()) yield spellings.get(hash) ?? hash;
  }

  *values(): Generator {
    for (const hash of this.#values.keys()) yield this.#values.get(hash);
  }

  *entries(): Generator<[unknown, unknown]> {
    for (const key of this.keys()) yield [key, this.#values.get(hashKey(key))];
  }

  copy(): PyDict {
    return PyDict.fromEntries(this.entries());
  }
}
