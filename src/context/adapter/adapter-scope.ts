import type { EngineEvent } from "../../events/engine-event.ts";
import type { Scope } from "../../jinja/scope.ts";
import type { TableEffects } from "../agate/agate-object.ts";
import type { ContextSkeleton } from "../context-skeleton.ts";
import type { Statements } from "../statements.ts";

/** What the methods of `adapter` work with, for one node. */
export interface AdapterScope {
  readonly skeleton: ContextSkeleton;
  readonly statements: Statements;
  readonly effects: TableEffects;
  /** The node's whole context: macros by name. */
  readonly scope: () => Scope;
  readonly emit: (event: EngineEvent) => void;
  /** `adapter.dispatch(name, namespace)`: the macro to call. */
  readonly dispatch: (name: string, namespace: string | null) => unknown;
}
