import type { CallArguments, HostProtocol } from "../host-object.ts";
import { HOST } from "../host-object.ts";
import type { BuiltinMethod } from "./builtin-method.ts";

/** `text.upper` without the call. */
export class BoundMethod<Self> implements HostProtocol {
  readonly typeName = "builtin_function_or_method";
  readonly #self: Self;
  readonly #name: string;
  readonly #owner: string;
  readonly #body: BuiltinMethod<Self>;

  constructor(self: Self, name: string, owner: string, body: BuiltinMethod<Self>) {
    this.#self = self;
    this.#name = name;
    this.#owner = owner;
    this.#body = body;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  call(args: CallArguments): unknown {
    return this.#body(this.#self, args);
  }

  repr(): string {
    return `<built-in method ${this.#name} of ${this.#owner} object>`;
  }
}
