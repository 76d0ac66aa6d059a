import { pythonError } from "../../errors/jinja-errors.ts";
import { HOST, hostFunction, type CallArguments, type HostProtocol } from "../host-object.ts";
import { lengthOf, pyIterate } from "../py-iterate.ts";
import { PyTuple } from "../py-tuple.ts";
import { pyEquals } from "../python-equality.ts";
import { MISSING } from "../scope.ts";
import type { RenderContext } from "../render-context.ts";

/** Renders the loop's body over other items, one level deeper. */
export type Recursion = (items: unknown, depth: number) => unknown;

/** The `loop` of a for block. It looks one item ahead at most, unless the length is asked for. */
export class LoopContext implements HostProtocol {
  readonly typeName = "LoopContext";
  current: unknown = MISSING;
  readonly #context: RenderContext;
  readonly #items: unknown;
  readonly #recursion: Recursion | undefined;
  readonly #depth: number;
  #iterator: Iterator<unknown>;
  #index = -1;
  #before: unknown = MISSING;
  #after: unknown = MISSING;
  #length: number | undefined;
  #lastChanged: PyTuple | undefined;

  constructor(context: RenderContext, items: unknown, recursion?: Recursion, depth = 0) {
    this.#context = context;
    this.#items = items;
    this.#iterator = pyIterate(items)[Symbol.iterator]();
    this.#recursion = recursion;
    this.#depth = depth;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  /** Goes to the next item; false at the end. */
  advance(): boolean {
    const next = this.#peek();
    if (next === MISSING) return false;
    this.#after = MISSING;
    this.#index += 1;
    this.#before = this.current;
    this.current = next;
    return true;
  }

  #peek(): unknown {
    if (this.#after !== MISSING) return this.#after;
    const step = this.#iterator.next();
    this.#after = step.done === true ? MISSING : step.value;
    return this.#after;
  }

  length(): number {
    this.#length ??= lengthOf(this.#items) ?? this.#countRest();
    return this.#length;
  }

  #countRest(): number {
    const ahead = this.#after === MISSING ? 0 : 1;
    const rest: unknown[] = [];
    for (let step = this.#iterator.next(); step.done !== true; step = this.#iterator.next()) {
      rest.push(step.value);
    }
    this.#iterator = rest[Symbol.iterator]();
    return rest.length + ahead + this.#index + 1;
  }

  getAttribute(name: string): unknown {
    switch (name) {
      case "index":
        return this.#index + 1;
      case "index0":
        return this.#index;
      case "first":
        return this.#index === 0;
      case "last":
        return this.#peek() === MISSING;
      case "length":
        return this.length();
      case "revindex":
        return this.length() - this.#index;
      case "revindex0":
        return this.length() - this.#index - 1;
      case "depth":
        return this.#depth + 1;
      case "depth0":
        return this.#depth;
      default:
        return this.#otherAttribute(name);
    }
  }

  #otherAttribute(name: string): unknown {
    switch (name) {
      case "previtem":
        return this.#index === 0
          ? this.#context.undefined({ hint: "there is no previous item" })
          : this.#before;
      case "nextitem": {
        const next = this.#peek();
        return next === MISSING ? this.#context.undefined({ hint: "there is no next item" }) : next;
      }
      case "cycle":
        return hostFunction("cycle", ({ positional }) => this.#cycle(positional));
      case "changed":
        return hostFunction("changed", ({ positional }) => this.#changed(positional));
      default:
        return MISSING;
    }
  }

  #cycle(values: readonly unknown[]): unknown {
    if (values.length === 0) throw pythonError("TypeError", "no items for cycling given");
    return values[this.#index % values.length];
  }

  #changed(values: readonly unknown[]): boolean {
    const now = new PyTuple(values);
    if (this.#lastChanged !== undefined && pyEquals(this.#lastChanged, now)) return false;
    this.#lastChanged = now;
    return true;
  }

  call({ positional }: CallArguments): unknown {
    if (this.#recursion === undefined) {
      throw pythonError(
        "TypeError",
        "The loop must have the 'recursive' marker to be called recursively.",
      );
    }
    return this.#recursion(positional[0], this.#depth + 1);
  }

  iterate(): Iterable<unknown> {
    return [];
  }

  repr(): string {
    return `<LoopContext ${String(this.#index + 1)}/${String(this.length())}>`;
  }
}
