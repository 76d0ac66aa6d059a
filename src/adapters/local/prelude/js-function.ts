import type { IntervalParts } from "../values/interval-text.ts";

/** What a function written in JavaScript takes and gives. */
export interface JsValues {
  VARCHAR: string;
  INTEGER: number;
  BIGINT: bigint;
  DOUBLE: number;
  BOOLEAN: boolean;
  BLOB: Uint8Array;
  /** Days since 1970-01-01. */
  DATE: number;
  /** Microseconds of the wall clock. */
  TIMESTAMP: bigint;
  /** Microseconds since the epoch. */
  TIMESTAMPTZ: bigint;
  INTERVAL: IntervalParts;
  "VARCHAR[]": readonly string[];
  "VARCHAR[][]": readonly (readonly string[])[];
  /** Text to text. */
  MAP: ReadonlyMap<string, string | null>;
}

export type JsType = keyof JsValues;
export type JsValue = JsValues[JsType];

/** A scalar function of the prelude. It sees no NULL: a NULL argument makes the result NULL. */
export interface JsFunction {
  readonly name: string;
  readonly parameters: readonly JsType[];
  readonly returns: JsType;
  readonly call: (...values: readonly JsValue[]) => JsValue | null;
}

/**
 * A function with its types checked by TypeScript. `call` may throw an EngineError; its message,
 * which starts with Spark's error class, becomes the statement's.
 */
export function jsFunction<const P extends readonly JsType[], R extends JsType>(
  name: string,
  parameters: P,
  returns: R,
  call: (...values: { [K in keyof P]: JsValues[P[K]] }) => JsValues[R] | null,
): JsFunction {
  // The engine calls with values of exactly the declared types.
  return { name, parameters, returns, call: call as unknown as JsFunction["call"] };
}
