/** What a model's Jinja says when it only says it literally. */
export interface StaticCalls {
  readonly refs: readonly StaticRef[];
  readonly sources: readonly (readonly [string, string])[];
  /** Every keyword of every `config(...)`, in order. */
  readonly configs: readonly (readonly [string, StaticValue])[];
}

export interface StaticRef {
  readonly name: string;
  readonly package: string | null;
  readonly version: string | number | null;
}

export type StaticValue = string | boolean | StaticValue[] | { [key: string]: StaticValue };

/**
 * Reads a model without rendering it, when its Jinja consists of comments and expressions that are
 * one literal or one literal call of `ref`, `source` or `config`. `undefined` for anything else.
 *
 * The accepted language is that of dbt's own static parser, observed: no `{%`, no whitespace
 * control, config values without numbers and none, no hooks, and escapes in strings stay as written.
 */
export function readStaticCalls(text: string): StaticCalls | undefined {
  const found: Found = { refs: [], sources: [], configs: [] };
  let at = 0;
  for (;;) {
    const open = nextOpening(text, at);
    if (open < 0) return found;
    const end =
      text[open + 1] === "#" ? endOfComment(text, open) : readExpression(text, open, found);
    if (end === undefined) return undefined;
    at = end;
  }
}

interface Found {
  readonly refs: StaticRef[];
  readonly sources: [string, string][];
  readonly configs: [string, StaticValue][];
}

function nextOpening(text: string, from: number): number {
  for (let at = text.indexOf("{", from); at >= 0; at = text.indexOf("{", at + 1)) {
    const next = text[at + 1];
    if (next === "{" || next === "%" || next === "#") return at;
  }
  return -1;
}

function endOfComment(text: string, open: number): number | undefined {
  const close = text.indexOf("#}", open + 2);
  return close < 0 ? undefined : close + 2;
}

function readExpression(text: string, open: number, found: Found): number | undefined {
  if (text[open + 1] === "%") return undefined;
  const reader = new Reader(text, open + 2);
  const value = reader.value();
  if (value === undefined || !reader.take("}") || text[reader.at] !== "}") return undefined;
  if (value.kind === "call" && !keep(value, found)) return undefined;
  return reader.at + 1;
}

type Argument =
  | { readonly kind: "literal"; readonly value: StaticValue | number }
  | { readonly kind: "keyword"; readonly name: string; readonly value: StaticValue | number }
  | Call;

interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Argument[];
}

function keep(call: Call, found: Found): boolean {
  switch (call.name) {
    case "ref":
      return keepRef(call.args, found);
    case "source":
      return keepSource(call.args, found);
    case "config":
      return keepConfig(call.args, found);
    default:
      return false;
  }
}

function keepRef(args: readonly Argument[], found: Found): boolean {
  const last = args.at(-1);
  const version = last?.kind === "keyword" ? versionOf(last) : null;
  if (version === undefined) return false;
  const names = strings(last?.kind === "keyword" ? args.slice(0, -1) : args);
  const [first, second] = names ?? [];
  if (names === undefined || first === undefined || names.length > 2) return false;
  found.refs.push({ name: second ?? first, package: second === undefined ? null : first, version });
  return true;
}

function versionOf(argument: Argument & { kind: "keyword" }): string | number | undefined {
  if (argument.name !== "v" && argument.name !== "version") return undefined;
  const { value } = argument;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function keepSource(args: readonly Argument[], found: Found): boolean {
  if (args.length !== 2) return false;
  const pair = (["source_name", "table_name"] as const).map((name, index) => {
    const argument = args[index];
    if (argument?.kind === "keyword") return argument.name === name ? argument.value : undefined;
    return argument?.kind === "literal" ? argument.value : undefined;
  });
  const [source, table] = pair;
  if (typeof source !== "string" || typeof table !== "string") return false;
  found.sources.push([source, table]);
  return true;
}

function keepConfig(args: readonly Argument[], found: Found): boolean {
  if (args.length === 0) return false;
  for (const argument of args) {
    if (argument.kind !== "keyword" || !isConfigValue(argument.value)) return false;
    if (argument.name === "pre_hook" || argument.name === "post_hook") return false;
    found.configs.push([argument.name, argument.value]);
  }
  return true;
}

function isConfigValue(value: StaticValue | number): value is StaticValue {
  if (typeof value === "number") return false;
  if (typeof value !== "object") return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isConfigValue);
}

function strings(args: readonly Argument[]): string[] | undefined {
  const values = args.map((each) => (each.kind === "literal" ? each.value : undefined));
  return values.every((each) => typeof each === "string") ? values : undefined;
}

/** A cursor over literals and calls of literals; every method leaves it behind what it read. */
class Reader {
  private readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** Takes `mark`, after whitespace, if it comes next. */
  take(mark: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  value(): Argument | undefined {
    const name = this.match(/[A-Za-z_][A-Za-z0-9_]*/y);
    if (name === undefined) {
      const value = this.literal();
      return value === undefined ? undefined : { kind: "literal", value };
    }
    if (name === "True" || name === "False") return { kind: "literal", value: name === "True" };
    if (this.take("(")) return this.call(name);
    if (!this.take("=")) return undefined;
    const value = this.constant();
    return value === undefined ? undefined : { kind: "keyword", name, value };
  }

  private call(name: string): Call | undefined {
    const args = this.items(")", () => this.value());
    // A keyword without a call around it, or a call as an argument, is no literal call.
    if (args === undefined || args.some((each) => each.kind === "call")) return undefined;
    return { kind: "call", name, args };
  }

  private constant(): StaticValue | number | undefined {
    const value = this.value();
    return value?.kind === "literal" ? value.value : undefined;
  }

  private literal(): StaticValue | number | undefined {
    this.skipSpace();
    const mark = this.text[this.at];
    if (mark === "'") return this.match(/'(?:\\'|[^'\\]|\\(?!'))*'/y)?.slice(1, -1);
    if (mark === '"') return this.match(/"(?:\\"|[^"\\]|\\(?!"))*"/y)?.slice(1, -1);
    if (this.take("[")) return this.items("]", () => this.constant()) as StaticValue[] | undefined;
    if (this.take("{")) return this.dict();
    const number = this.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y);
    return number === undefined ? undefined : Number(number);
  }

  private dict(): StaticValue | undefined {
    const entries = this.items("}", () => {
      const key = this.literal();
      const value = typeof key === "string" && this.take(":") ? this.constant() : undefined;
      return value === undefined ? undefined : ([key, value] as [string, StaticValue]);
    });
    return entries === undefined ? undefined : Object.fromEntries(entries);
  }

  /** Comma-separated items up to `close`; one comma may follow the last. */
  private items<Item>(close: string, read: () => Item | undefined): Item[] | undefined {
    const items: Item[] = [];
    while (!this.take(close)) {
      const item = read();
      if (item === undefined) return undefined;
      items.push(item);
      if (this.take(",")) continue;
      return this.take(close) ? items : undefined;
    }
    return items;
  }

  private match(pattern: RegExp): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
  }
}
