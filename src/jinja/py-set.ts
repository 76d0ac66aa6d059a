import { hashKey } from "./hash-key.ts";

/** Python's set, in insertion order (Python promises none). */
export class PySet {
  readonly unhashableType: string = "set";
  readonly #items = new Map<unknown, unknown>();

  constructor(items: Iterable<unknown> = []) {
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.#items.size;
  }

  has(value: unknown): boolean {
    return this.#items.has(hashKey(value));
  }

  add(value: unknown): void {
    const hash = hashKey(value);
    if (!this.#items.has(hash)) this.#items.set(hash, value);
  }

  delete(value: unknown): boolean {
    return this.#items.delete(hashKey(value));
  }

  clear(): void {
    this.#items.clear();
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return this.#items.values();
  }
}
