/** What a template passed to a call. */
export interface CallArguments {
  readonly positional: readonly unknown[];
  readonly named: ReadonlyMap<string, unknown>;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**";

/**
 * How an object of the host program behaves in templates. What is left out is not there: an object
 * without `call` cannot be called, one without `getAttribute` has no attributes. Templates never
 * see JavaScript properties.
 */
export interface HostProtocol {
  /** Python's name of the type, for messages: `Relation`, `function`. */
  readonly typeName: string;
  /** Passes the test `is mapping` (dbt's relations are mappings). */
  readonly isMapping?: boolean;
  /** Dot access. MISSING where there is none. */
  getAttribute?(name: string): unknown;
  /** Bracket access. MISSING where there is none. */
  getItem?(key: unknown): unknown;
  setItem?(key: unknown, value: unknown): void;
  /** May return a promise; the asynchronous flavour awaits it, the synchronous one refuses it. */
  call?(args: CallArguments): unknown;
  str?(): string;
  repr?(): string;
  iterate?(): Iterable<unknown>;
  length?(): number;
  truth?(): boolean;
  equals?(other: unknown): boolean;
  contains?(value: unknown): boolean;
  /** `+ - * / // % **`; `reflected` when this object is on the right. MISSING where Python refuses. */
  binary?(operator: BinaryOperator, other: unknown, reflected: boolean): unknown;
  /** Negative, zero or positive as in a sort; undefined where Python refuses to order. */
  compare?(other: unknown): number | undefined;
  negate?(): unknown;
  /** What Python's `int` and `float` see: a number or PyFloat. */
  toNumber?(): unknown;
  /** Python's `format(value, spec)`. */
  format?(spec: string): string;
  /** Set on values that may be dictionary keys; without it an object is its own key. */
  hashKey?(): string;
}

export const HOST: unique symbol = Symbol("host");

export interface HostObject {
  readonly [HOST]: HostProtocol;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && HOST in value;
}

/** Wraps a protocol; `extra` are properties that the host itself wants to find again. */
export function hostObject<Extra extends object>(
  protocol: HostProtocol,
  extra?: Extra,
): HostObject & Extra {
  return Object.freeze({ ...extra, [HOST]: protocol }) as HostObject & Extra;
}

/** A function that templates can call. */
export function hostFunction(name: string, body: (args: CallArguments) => unknown): HostObject {
  return hostObject({
    typeName: "function",
    call: body,
    str: () => `<function ${name}>`,
  });
}
