/**
 * Python values that JavaScript has no type for. YAML and Jinja share them, so that `1.0` in a
 * properties file still prints as `1.0` in SQL. Integers are JavaScript numbers, or bigint
 * beyond 2^53.
 */
export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  /** In artifacts a float is a plain JSON number. */
  toJSON(): number {
    return this.value;
  }
}

/** A `datetime.date`; `iso` is `YYYY-MM-DD`. */
export class PyDate {
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
  toJSON(): string {
    return this.iso;
  }
}

/** A `datetime.datetime`; `iso` is `YYYY-MM-DDTHH:MM:SS[.ffffff][+HH:MM]`. */
export class PyDateTime {
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
  toJSON(): string {
    return this.iso;
  }
}
