import type { CallArguments } from "./host-object.ts";
import type { RenderContext } from "./render-context.ts";

/** A filter as generated code calls it: the value, then what stands in the parentheses. */
export interface FilterFunction {
  /** Names of the parameters after the value, as in bindArguments. */
  readonly parameters: readonly string[];
  /** Reads other filters or the context, so its result is never a constant. */
  readonly needsContext: boolean;
  apply(context: RenderContext, value: unknown, args: CallArguments): unknown;
}

export interface TestFunction {
  apply(context: RenderContext, value: unknown, args: CallArguments): boolean;
}

export const NO_NAMES: ReadonlyMap<string, unknown> = new Map();

export const NO_ARGUMENTS: CallArguments = { positional: [], named: NO_NAMES };
