/** The text of one JavaScript function while it is written. */
export class FunctionWriter {
  readonly #lines: string[] = [];
  readonly #temporaries: string[] = [];
  readonly #names: NameSource;

  constructor(names: NameSource) {
    this.#names = names;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A variable that is free for the rest of the function. */
  temporary(): string {
    const name = this.#names.next("t");
    this.#temporaries.push(name);
    return name;
  }

  /** The body, its temporaries declared first. */
  finish(): string {
    const declared = this.#temporaries.length === 0 ? "" : `let ${this.#temporaries.join(",")};\n`;
    return declared + this.#lines.join("\n");
  }
}

/** Names that no template can have: Jinja's variables all begin with `l_`. */
export class NameSource {
  #count = 0;

  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${String(this.#count)}`;
  }
}
