import { pythonError } from "../../errors/jinja-errors.ts";
import { HOST, type HostProtocol } from "../host-object.ts";
import type { PyDict } from "../py-dict.ts";
import { pyRepr } from "../python-text.ts";

/** Jinja's `namespace()`: the one object whose attributes a template can set. */
export class NamespaceValue implements HostProtocol {
  readonly typeName = "Namespace";
  readonly #attributes: PyDict;

  constructor(attributes: PyDict) {
    this.#attributes = attributes;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    return this.#attributes.get(name);
  }

  set(name: string, value: unknown): void {
    this.#attributes.set(name, value);
  }

  repr(): string {
    return `<Namespace ${pyRepr(this.#attributes)}>`;
  }
}

/** `{% set owner.name = value %}`. */
export function setNamespace(owner: unknown, name: string, value: unknown): void {
  if (!(owner instanceof NamespaceValue)) {
    throw pythonError("TemplateRuntimeError", "cannot assign attribute on non-namespace object");
  }
  owner.set(name, value);
}
