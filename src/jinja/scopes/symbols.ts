import { bug } from "../../errors/bug.ts";

/** How a variable of a frame gets its value when the frame is entered. */
export type Load =
  | { readonly kind: "parameter" }
  /** Looked up in the render context. */
  | { readonly kind: "resolve"; readonly name: string }
  /** Starts with the value of an outer frame's variable. */
  | { readonly kind: "alias"; readonly outer: string }
  | { readonly kind: "unset" };

/**
 * The names of one frame (template, macro, loop body, block) and the JavaScript variables that
 * hold them. Follows Jinja's rules: a name that a frame assigns is its own variable there; a name
 * that it only reads is the nearest outer one, or the context's.
 */
export class Symbols {
  readonly level: number;
  readonly parent: Symbols | undefined;
  readonly references: Map<string, string>;
  readonly loads: Map<string, Load>;
  readonly stores: Set<string>;

  constructor(parent?: Symbols, copied?: Symbols) {
    this.parent = copied === undefined ? parent : copied.parent;
    this.level = copied?.level ?? (parent === undefined ? 0 : parent.level + 1);
    this.references = new Map(copied?.references);
    this.loads = new Map(copied?.loads);
    this.stores = new Set(copied?.stores);
  }

  copy(): Symbols {
    return new Symbols(undefined, this);
  }

  find(name: string): string | undefined {
    return this.references.get(name) ?? this.parent?.find(name);
  }

  /** The variable of a name that analysis has seen. */
  variable(name: string): string {
    const found = this.find(name);
    if (found === undefined) throw bug(`Scope analysis has not seen the name "${name}".`);
    return found;
  }

  loadOf(variable: string): Load | undefined {
    return this.loads.get(variable) ?? this.parent?.loadOf(variable);
  }

  read(name: string): void {
    if (this.find(name) === undefined) this.#define(name, { kind: "resolve", name });
  }

  store(name: string): void {
    this.stores.add(name);
    if (this.references.has(name)) return;
    const outer = this.parent?.find(name);
    this.#define(name, outer === undefined ? { kind: "unset" } : { kind: "alias", outer });
  }

  declareParameter(name: string): string {
    this.stores.add(name);
    return this.#define(name, { kind: "parameter" });
  }

  /** Takes over what the branches of an `if` did: a name that only some assign must have a value before. */
  mergeBranches(branches: readonly Symbols[]): void {
    const assigned = new Set(branches.flatMap((branch) => [...branch.stores]));
    const fresh = [...assigned].filter((name) => !this.stores.has(name));
    for (const branch of branches) {
      branch.references.forEach((variable, name) => this.references.set(name, variable));
      branch.loads.forEach((load, variable) => this.loads.set(variable, load));
      branch.stores.forEach((name) => this.stores.add(name));
    }
    for (const name of fresh) {
      const outer = this.parent?.find(name);
      const load: Load = outer === undefined ? { kind: "resolve", name } : { kind: "alias", outer };
      this.loads.set(this.variable(name), load);
    }
  }

  #define(name: string, load: Load): string {
    const variable = `l_${String(this.level)}_${name}`;
    this.references.set(name, variable);
    this.loads.set(variable, load);
    return variable;
  }
}
