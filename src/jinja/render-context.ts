import { MISSING, type Scope } from "./scope.ts";
import { UndefinedValue, type UndefinedFacts } from "./undefined-value.ts";
import type { FilterFunction, TestFunction } from "./filter-function.ts";

/** The names that an environment adds to every template. */
export interface Names {
  readonly filters: ReadonlyMap<string, FilterFunction>;
  readonly tests: ReadonlyMap<string, TestFunction>;
  readonly globals: Scope;
}

/** What one rendering needs besides the template. */
export class RenderContext {
  readonly names: Names;
  readonly absorbing: boolean;
  readonly #scope: Scope;
  /** Top-level names that the template set, for those who want its macros. */
  readonly exports = new Map<string, unknown>();

  constructor(names: Names, scope: Scope, absorbing: boolean) {
    this.names = names;
    this.#scope = scope;
    this.absorbing = absorbing;
  }

  /** The value of a free name, or MISSING. What the template set itself comes first. */
  resolve(name: string): unknown {
    if (this.exports.has(name)) return this.exports.get(name);
    const value = this.#scope.lookup(name);
    return value === MISSING ? this.names.globals.lookup(name) : value;
  }

  undefined(facts: UndefinedFacts): UndefinedValue {
    return new UndefinedValue(this.absorbing ? { ...facts, absorbing: true } : facts);
  }
}
