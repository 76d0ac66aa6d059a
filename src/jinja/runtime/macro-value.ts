import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { HOST, type CallArguments, type HostProtocol } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyTuple } from "../py-tuple.ts";
import { pyRepr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import type { RenderContext } from "./render-context.ts";

export interface MacroFacts {
  readonly parameters: readonly string[];
  /** The body mentions `kwargs`, `varargs`, `caller`. */
  readonly takesNames: boolean;
  readonly takesMore: boolean;
  readonly takesCaller: boolean;
}

/** A macro as a value that templates call. */
export class MacroValue implements HostProtocol {
  readonly typeName = "Macro";
  readonly name: string | null;
  readonly #context: RenderContext;
  readonly #facts: MacroFacts;
  readonly #body: (...values: unknown[]) => unknown;

  constructor(
    context: RenderContext,
    name: string | null,
    facts: MacroFacts,
    body: (...values: unknown[]) => unknown,
  ) {
    this.#context = context;
    this.name = name;
    this.#facts = facts;
    this.#body = body;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  call(args: CallArguments): unknown {
    return this.#body(...this.#bind(args));
  }

  /** The parameters' values, MISSING for those left to their defaults, then caller, kwargs, varargs. */
  #bind({ positional, named }: CallArguments): unknown[] {
    const { parameters, takesNames, takesMore, takesCaller } = this.#facts;
    const values: unknown[] = positional.slice(0, parameters.length);
    const rest = named.size === 0 ? undefined : new Map(named);
    for (const name of parameters.slice(values.length)) {
      values.push(rest?.has(name) === true ? rest.get(name) : MISSING);
      rest?.delete(name);
    }
    if (takesCaller && !parameters.includes("caller")) {
      values.push(
        rest?.get("caller") ??
          this.#context.undefined({ hint: "No caller defined", name: "caller" }),
      );
      rest?.delete("caller");
    }
    if (takesNames) values.push(PyDict.fromEntries(rest ?? []));
    else if (rest !== undefined && rest.size > 0) throw this.#refuse(rest);
    if (takesMore) values.push(new PyTuple(positional.slice(parameters.length)));
    else if (positional.length > parameters.length) {
      throw pythonError(
        "TypeError",
        `macro ${this.#shownName()} takes not more than ${String(parameters.length)} argument(s)`,
      );
    }
    return values;
  }

  #refuse(names: ReadonlyMap<string, unknown>): EngineError {
    if (names.has("caller")) {
      return pythonError(
        "TypeError",
        `macro ${this.#shownName()} was invoked with two values for the special caller argument. This is most likely a bug.`,
      );
    }
    const [first = ""] = names.keys();
    return pythonError(
      "TypeError",
      `macro ${this.#shownName()} takes no keyword argument ${pyRepr(first)}`,
    );
  }

  #shownName(): string {
    return pyRepr(this.name);
  }

  getAttribute(name: string): unknown {
    switch (name) {
      case "name":
        return this.name;
      case "arguments":
        return new PyTuple(this.#facts.parameters);
      case "catch_kwargs":
        return this.#facts.takesNames;
      case "catch_varargs":
        return this.#facts.takesMore;
      case "caller":
        return this.#facts.takesCaller;
      default:
        return MISSING;
    }
  }

  repr(): string {
    return `<Macro ${this.name === null ? "anonymous" : pyRepr(this.name)}>`;
  }
}
