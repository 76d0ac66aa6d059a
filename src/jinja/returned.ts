/** What a macro gives when it ends by `return(value)` instead of by its last line. */
export class Returned {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}
