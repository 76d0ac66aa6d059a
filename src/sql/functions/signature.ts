import { bug } from "../../errors/bug.ts";
import type { SparkType } from "../spark-type.ts";
import * as types from "../types/spark-types.ts";

/** What one parameter takes. */
export type Pattern =
  | { readonly kind: "type"; readonly type: SparkType }
  | { readonly kind: "class"; readonly name: TypeClass }
  /** `T`: one type for all parameters that name it. */
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "array"; readonly element: Pattern }
  | { readonly kind: "map"; readonly key: Pattern; readonly value: Pattern }
  | { readonly kind: "lambda"; readonly parameters: readonly Pattern[]; readonly result: Pattern }
  | { readonly kind: "union"; readonly options: readonly Pattern[] };

export type TypeClass =
  | "any"
  | "numeric"
  | "integral"
  | "fractional"
  | "decimal"
  | "interval"
  | "year_month"
  | "day_time"
  | "struct";

/** One way to call a function, read from `(string, int?) -> string = f($1, $2)`. */
export interface Overload {
  readonly parameters: readonly Pattern[];
  /** How many must be given. */
  readonly required: number;
  /** The last parameter may repeat. */
  readonly variadic: boolean;
  readonly result: Pattern;
  readonly template: string;
  readonly text: string;
}

const read = new Map<string, Overload>();

/** Reads an overload's text once. A text that does not follow the form is a bug. */
export function readOverload(text: string): Overload {
  const known = read.get(text);
  if (known !== undefined) return known;
  const overload = new SignatureReader(text).readOverload();
  read.set(text, overload);
  return overload;
}

const TYPES: Readonly<Record<string, SparkType>> = {
  boolean: types.BOOLEAN,
  tinyint: types.TINYINT,
  smallint: types.SMALLINT,
  int: types.INT,
  bigint: types.BIGINT,
  float: types.FLOAT,
  double: types.DOUBLE,
  string: types.STRING,
  binary: types.BINARY,
  date: types.DATE,
  timestamp: types.TIMESTAMP,
  timestamp_ntz: types.TIMESTAMP_NTZ,
  calendar: types.CALENDAR_INTERVAL,
  ym: types.YEAR_MONTH,
  dt: types.DAY_TIME,
  void: types.VOID,
  unknown: types.UNKNOWN,
};

const CLASSES: readonly TypeClass[] = [
  "any",
  "numeric",
  "integral",
  "fractional",
  "decimal",
  "interval",
  "year_month",
  "day_time",
  "struct",
];

/** A recursive-descent reader of the small language above. */
class SignatureReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  readOverload(): Overload {
    const { parameters, required, variadic } = this.readParameters();
    this.expect("->");
    const result = this.readPattern();
    this.expect("=");
    const template = this.text.slice(this.at).trim();
    return { parameters, required, variadic, result, template, text: this.text };
  }

  private readParameters(): Pick<Overload, "parameters" | "required" | "variadic"> {
    const parameters: Pattern[] = [];
    let required = 0;
    let variadic = false;
    this.expect("(");
    while (!this.accept(")")) {
      parameters.push(this.readPattern());
      const mark = ["?", "*", "+"].find((each) => this.accept(each));
      if (mark === undefined || mark === "+") required += 1;
      variadic ||= mark === "*" || mark === "+";
      this.accept(",");
    }
    return { parameters, required, variadic };
  }

  private readPattern(): Pattern {
    const options = [this.readOne()];
    while (this.accept("|")) options.push(this.readOne());
    const [only] = options;
    return only !== undefined && options.length === 1 ? only : { kind: "union", options };
  }

  private readOne(): Pattern {
    if (this.accept("(")) return this.readLambda();
    const word = this.readWord();
    if (word === "array") return { kind: "array", element: this.readAngle()[0] ?? this.fail() };
    if (word === "map") {
      const [key, value] = this.readAngle();
      return { kind: "map", key: key ?? this.fail(), value: value ?? this.fail() };
    }
    const type = TYPES[word];
    if (type !== undefined) return { kind: "type", type };
    const typeClass = CLASSES.find((name) => name === word);
    if (typeClass !== undefined) return { kind: "class", name: typeClass };
    if (/^[A-Z]$/.test(word)) return { kind: "variable", name: word };
    return this.fail();
  }

  /** `(T, int) => U`: the opening parenthesis has been taken. */
  private readLambda(): Pattern {
    const parameters: Pattern[] = [];
    while (!this.accept(")")) {
      parameters.push(this.readPattern());
      this.accept(",");
    }
    this.expect("=>");
    return { kind: "lambda", parameters, result: this.readOne() };
  }

  private readAngle(): Pattern[] {
    this.expect("<");
    const patterns = [this.readPattern()];
    while (this.accept(",")) patterns.push(this.readPattern());
    this.expect(">");
    return patterns;
  }

  private readWord(): string {
    this.skipSpace();
    const found = /[A-Za-z_]+/y;
    found.lastIndex = this.at;
    const word = found.exec(this.text)?.[0] ?? this.fail();
    this.at += word.length;
    return word;
  }

  private accept(mark: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private expect(mark: string): void {
    if (!this.accept(mark)) this.fail();
  }

  private skipSpace(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\n") this.at += 1;
  }

  private fail(): never {
    throw bug(`the function signature "${this.text}" breaks off at ${this.at}`);
  }
}
