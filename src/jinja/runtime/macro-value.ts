import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError, withMacroFrame } from "../../errors/jinja-errors.ts";
import { HOST, type CallArguments, type HostProtocol } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyTuple } from "../py-tuple.ts";
import { pyRepr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import type { TemplateSource } from "../template-source.ts";
import type { RenderContext } from "../render-context.ts";

export interface MacroFacts {
  readonly name: string | null;
  /** The name on the macro stack of errors; null for the body of a call block, which is not on it. */
  readonly shownName: string | null;
  /** Offset of the definition. */
  readonly start: number;
  readonly parameters: readonly string[];
  /** The body mentions `kwargs`, `varargs`, `caller`. */
  readonly takesNames: boolean;
  readonly takesMore: boolean;
  readonly takesCaller: boolean;
}

type MacroBody = (...values: unknown[]) => unknown;

/** A macro as a value that templates call. */
export class MacroValue implements HostProtocol {
  readonly typeName = "Macro";
  readonly #context: RenderContext;
  readonly #source: TemplateSource;
  readonly #facts: MacroFacts;
  readonly #body: MacroBody;

  constructor(context: RenderContext, source: TemplateSource, facts: MacroFacts, body: MacroBody) {
    this.#context = context;
    this.#source = source;
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
    const { parameters, takesCaller, takesMore } = this.#facts;
    const values: unknown[] = positional.slice(0, parameters.length);
    const rest = named.size === 0 ? undefined : new Map(named);
    for (const name of parameters.slice(values.length)) {
      values.push(rest?.has(name) === true ? rest.get(name) : MISSING);
      rest?.delete(name);
    }
    if (takesCaller && !parameters.includes("caller")) values.push(this.#takeCaller(rest));
    this.#takeNames(rest, values);
    if (takesMore) values.push(new PyTuple(positional.slice(parameters.length)));
    else if (positional.length > parameters.length) throw this.#refuseMore();
    return values;
  }

  #takeNames(rest: ReadonlyMap<string, unknown> | undefined, values: unknown[]): void {
    if (this.#facts.takesNames) values.push(PyDict.fromEntries(rest ?? []));
    else if (rest !== undefined && rest.size > 0) throw this.#refuseNames(rest);
  }

  #takeCaller(named: Map<string, unknown> | undefined): unknown {
    const caller = named?.get("caller");
    named?.delete("caller");
    return caller ?? this.#context.undefined({ hint: "No caller defined", name: "caller" });
  }

  #refuseMore(): EngineError {
    const count = String(this.#facts.parameters.length);
    return this.#refusal(`macro ${this.#quotedName()} takes not more than ${count} argument(s)`);
  }

  #refuseNames(names: ReadonlyMap<string, unknown>): EngineError {
    const name = this.#quotedName();
    if (names.has("caller")) {
      return this.#refusal(
        `macro ${name} was invoked with two values for the special caller argument. This is most likely a bug.`,
      );
    }
    const [first = ""] = names.keys();
    return this.#refusal(`macro ${name} takes no keyword argument ${pyRepr(first)}`);
  }

  /** The place of a refused call is the caller's; the macro is on the stack with its definition. */
  #refusal(message: string): EngineError {
    const error = pythonError("TypeError", message);
    const { shownName, start } = this.#facts;
    if (shownName === null) return error;
    const line = this.#source.lineAt(start);
    return withMacroFrame(error, { name: shownName, path: this.#source.path, line });
  }

  #quotedName(): string {
    return pyRepr(this.#facts.name);
  }

  getAttribute(name: string): unknown {
    switch (name) {
      case "name":
        return this.#facts.name;
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
    return `<Macro ${this.#facts.name === null ? "anonymous" : this.#quotedName()}>`;
  }
}
