import type { MacroMode, MacroTemplate } from "../../dialect/compile-macro.ts";
import {
  HOST,
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { MISSING, type Scope } from "../../jinja/scope.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { MacroLookup } from "./macro-lookup.ts";

export interface MacroScopeOptions {
  /** A macro was called from the template itself, not from within another macro. */
  readonly onCall?: (macro: MacroNode) => void;
  /** Values that stand in for what macros give, by `name` or `package.name` (unit tests). */
  readonly overrides?: ReadonlyMap<string, unknown>;
}

interface Surroundings {
  readonly lookup: MacroLookup;
  readonly templateOf: (macro: MacroNode) => MacroTemplate;
  readonly packageName: string;
  readonly base: Scope;
  readonly mode: MacroMode;
}

/** Names of one rendering: macros and packages before the base, so that a project can redefine `ref`. */
export class MacroScope implements Scope {
  /** Ids of the macros that are running, outermost first. */
  readonly callStack: string[] = [];
  readonly #surroundings: Surroundings;
  readonly #options: MacroScopeOptions;
  readonly #bound = new Map<string, HostObject>();

  constructor(surroundings: Surroundings, options: MacroScopeOptions = {}) {
    this.#surroundings = surroundings;
    this.#options = options;
  }

  lookup(name: string): unknown {
    const overridden = this.#overridden(name);
    if (overridden !== undefined) return overridden;
    const { lookup, packageName, base } = this.#surroundings;
    const macro = lookup.findUnqualified(name, packageName);
    if (macro !== undefined) return this.bind(macro);
    return lookup.namespace(name) === undefined ? base.lookup(name) : this.#namespace(name);
  }

  *names(): Generator<string> {
    const { lookup, packageName, base } = this.#surroundings;
    yield* new Set([...lookup.names(packageName), ...(base.names?.() ?? [])]);
  }

  /** The macro as a value that sees this scope. */
  bind(macro: MacroNode): HostObject {
    const known = this.#bound.get(macro.unique_id);
    if (known !== undefined) return known;
    const bound = this.#bindAnew(macro);
    this.#bound.set(macro.unique_id, bound);
    return bound;
  }

  #bindAnew(macro: MacroNode): HostObject {
    const template = this.#surroundings.templateOf(macro).bind(this, this.#surroundings.mode);
    const protocol = template[HOST];
    const run = (args: CallArguments): unknown => protocol.call?.(args);
    return hostObject(
      { ...protocol, call: (args) => this.#track(macro, () => run(args)) },
      { macro },
    );
  }

  /** Notes the call and keeps the stack, also while a promise is open. */
  #track(macro: MacroNode, run: () => unknown): unknown {
    if (this.callStack.length === 0) this.#options.onCall?.(macro);
    this.callStack.push(macro.unique_id);
    let result: unknown;
    try {
      result = run();
    } catch (error) {
      this.callStack.pop();
      throw error;
    }
    if (result instanceof Promise) return result.finally(() => this.callStack.pop());
    this.callStack.pop();
    return result;
  }

  #namespace(name: string): HostObject {
    const member = (key: unknown): unknown => {
      if (typeof key !== "string") return MISSING;
      const overridden = this.#overridden(`${name}.${key}`);
      if (overridden !== undefined) return overridden;
      const macro = this.#surroundings.lookup.namespace(name)?.get(key);
      return macro === undefined ? MISSING : this.bind(macro);
    };
    return hostObject({
      typeName: "dbt.context.macros.MacroNamespace",
      isMapping: true,
      // Macros are items, not attributes: the sandbox refuses attributes that begin with `_`.
      getAttribute: (key) => (key === "get" ? getMember(member) : MISSING),
      getItem: member,
      contains: (key) => member(key) !== MISSING,
      iterate: () => this.#surroundings.lookup.namespace(name)?.keys() ?? [],
      length: () => this.#surroundings.lookup.namespace(name)?.size ?? 0,
    });
  }

  #overridden(name: string): HostObject | undefined {
    const { overrides } = this.#options;
    if (overrides?.has(name) !== true) return undefined;
    return hostFunction(name, () => overrides.get(name));
  }
}

function getMember(member: (key: unknown) => unknown): HostObject {
  return hostFunction("get", ({ positional: [key, fallback = null] }) => {
    const found = member(key);
    return found === MISSING ? fallback : found;
  });
}
