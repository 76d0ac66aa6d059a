/** Python's tuple; with `fieldNames` a named tuple, whose items are attributes as well. */
export class PyTuple {
  readonly items: readonly unknown[];
  readonly fieldNames: readonly string[] | undefined;

  constructor(items: readonly unknown[], fieldNames?: readonly string[]) {
    this.items = items;
    this.fieldNames = fieldNames;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
