import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../bind-arguments.ts";
import type { CallArguments } from "../host-object.ts";

/** A method of a built-in type: what it is called on, then the arguments. */
export type BuiltinMethod<Self> = (self: Self, args: CallArguments) => unknown;

export type MethodTable<Self> = ReadonlyMap<string, BuiltinMethod<Self>>;

/** Methods that take between `least` and `most` positional values and no names. */
export function positionalMethod<Self>(
  name: string,
  [least, most]: readonly [number, number],
  body: (self: Self, ...values: unknown[]) => unknown,
): readonly [string, BuiltinMethod<Self>] {
  return [
    name,
    (self, { positional, named }) => {
      if (named.size > 0) throw pythonError("TypeError", `${name}() takes no keyword arguments`);
      if (positional.length < least || positional.length > most) {
        throw wrongCount(name, least, most, positional.length);
      }
      return body(self, ...positional);
    },
  ];
}

/** Methods whose parameters have names; left-out ones arrive as their default. */
export function namedMethod<Self>(
  name: string,
  parameters: readonly string[],
  body: (self: Self, ...values: unknown[]) => unknown,
): readonly [string, BuiltinMethod<Self>] {
  return [name, (self, args) => body(self, ...bindArguments(name, parameters, args))];
}

function wrongCount(name: string, least: number, most: number, given: number): EngineError {
  if (least === most) {
    const expected =
      least === 0
        ? "no arguments"
        : least === 1
          ? "exactly one argument"
          : `exactly ${String(least)} arguments`;
    return pythonError("TypeError", `${name}() takes ${expected} (${String(given)} given)`);
  }
  const word = given < least ? "at least" : "at most";
  const bound = given < least ? least : most;
  const plural = bound === 1 ? "" : "s";
  return pythonError(
    "TypeError",
    `${name} expected ${word} ${String(bound)} argument${plural}, got ${String(given)}`,
  );
}
