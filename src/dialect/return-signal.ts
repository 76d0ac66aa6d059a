import { bindArguments } from "../jinja/bind-arguments.ts";
import { hostFunction, type HostObject } from "../jinja/host-object.ts";

/**
 * What `return(value)` throws where generated code cannot return by itself: in a call block, in
 * the middle of an expression. Not an error, and without the cost of a stack trace.
 */
export class ReturnSignal {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** dbt's `return`. */
export const returnFunction: HostObject = hostFunction("_return", (args) => {
  const [data] = bindArguments("_return", ["data"], args);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- control flow, not an error
  throw new ReturnSignal(data);
});
