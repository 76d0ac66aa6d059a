import type { Statement } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import type { Symbols } from "../scopes/symbols.ts";
import type { TemplateSource } from "../template-source.ts";
import type { Names } from "../render-context.ts";
import type { FunctionWriter, NameSource } from "./function-writer.ts";

/** What code is written for. */
export interface Flavour {
  /** Calls may suspend: functions become `async` and await what calls give. */
  readonly isAsync: boolean;
  /** The template gives the values of its `{{ }}` instead of their text. */
  readonly isNative: boolean;
  /** The function that ends a macro at once: dbt's `return`. */
  readonly returnFunction: string | undefined;
}

/** What the emitting functions share; like the parser's state it also keeps them from importing in a ring. */
export interface Emission {
  readonly flavour: Flavour;
  readonly source: TemplateSource;
  readonly names: Names;
  readonly fresh: NameSource;
  /** Declarations before the root function: constants, filters. */
  readonly hoisted: string[];
  readonly filterVariables: Map<string, string>;
  statements(nodes: readonly Statement[], frame: Frame): void;
  expression(node: Expression, frame: Frame): string;
}

/** Where output goes: text that is added to a variable, or an array of values. */
export interface OutputSink {
  readonly variable: string;
  readonly isNative: boolean;
}

/** Where in the template, and in which JavaScript function, code is being written. */
export interface Frame {
  readonly symbols: Symbols;
  readonly writer: FunctionWriter;
  readonly sink: OutputSink;
  /** Assignments are visible from outside. */
  readonly isTopLevel: boolean;
  /** In a branch: unknown filters fail only when reached. */
  readonly isBranch: boolean;
  /** Loops that `break` can leave. */
  readonly loopDepth: number;
  /** A JavaScript `return` here ends the macro. */
  readonly canReturn: boolean;
  /** In a constant expression, which Jinja evaluates while it compiles. */
  readonly isConstant: boolean;
  /** In the defaults of parameters, which may read parameters that are not set yet. */
  readonly inDefaults: boolean;
}
