import type { EngineEvent } from "../events/engine-event.ts";
import type { Scope } from "../jinja/scope.ts";
import type { ManifestNode, ModelNode } from "../manifest/nodes.ts";
import type { SourceNode } from "../manifest/source-node.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import type { RowBounds } from "./relation-for-node.ts";
import type { TimeWindow } from "./sample-window.ts";
import type { RelationObject } from "./relation-object.ts";
import type { StatementResults } from "./statements/statement-results.ts";
import type { Lane, Statements } from "./statements.ts";

/** Whose templates are rendered. */
export type ContextSubject = ManifestNode | SourceNode | UnitTestSubject | MacroNode;

/** A model under a unit test: its code, with the test's name and config. */
export type UnitTestSubject = Omit<ModelNode, "resource_type"> & {
  readonly resource_type: "unit_test";
};

/** One batch of a microbatch model. */
export interface Batch extends TimeWindow {
  /** `20240101` */
  readonly id: string;
  /** `2024-01-01`: how lines and file names tell it from others. */
  readonly label: string;
}

export interface ContextOptions {
  readonly lane: Lane;
  /** Names that this context has besides; they win over all others. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  readonly batch?: Batch | undefined;
  /** Variables and environment variables that a unit test sets. */
  readonly vars?: Readonly<Record<string, unknown>> | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Values that stand in for what macros give, by `name` or `package.name` (unit tests). */
  readonly macroOverrides?: ReadonlyMap<string, unknown> | undefined;
  /** Unit tests answer a reference with the CTE of a given input. */
  readonly replace?:
    ((target: ManifestNode | SourceNode) => RelationObject | undefined) | undefined;
  /** `this` where it is not the node's own relation. */
  readonly self?: unknown;
  readonly boundsFor?: ((target: ManifestNode | SourceNode) => RowBounds) | undefined;
  /** A template, not another macro, calls this macro. */
  readonly onMacro?: ((macro: MacroNode) => void) | undefined;
}

/** Everything that rendering one subject's templates needs, and what is left after it. */
export interface NodeContext {
  readonly scope: Scope;
  readonly results: StatementResults;
  readonly statements: Statements;
  /** Ephemeral nodes that were referred to, in order. */
  readonly ephemerals: Map<string, ManifestNode>;
  readonly emit: (event: EngineEvent) => void;
  /** Renders a text of the subject. */
  render(text: string): Promise<string>;
  /** Renders to a value, as the arguments of generic tests are. */
  renderNative(text: string): Promise<unknown>;
  /** Calls a macro of the manifest by its unique id. */
  call(macro: MacroNode, named?: Readonly<Record<string, unknown>>): Promise<unknown>;
}
