/** Python's iterators and generators: they can be walked once. */
export class PyIterator {
  readonly typeName: string;
  readonly #source: Iterator<unknown>;

  /** @param typeName - Python's name: `generator`, `list_reverseiterator` */
  constructor(source: Iterable<unknown>, typeName = "generator") {
    this.#source = source[Symbol.iterator]();
    this.typeName = typeName;
  }

  next(): IteratorResult<unknown> {
    return this.#source.next();
  }

  [Symbol.iterator](): this {
    return this;
  }
}
