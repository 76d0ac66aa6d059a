import type { At, CallNode, FilterNode, Expression } from "./expression-nodes.ts";

/** `ns.name` as what a `set` assigns to. */
export interface NamespaceTarget extends At {
  readonly kind: "namespace-target";
  readonly name: string;
  readonly attribute: string;
}

export interface TupleTarget extends At {
  readonly kind: "tuple-target";
  readonly items: readonly Target[];
}

export interface NameTarget extends At {
  readonly kind: "name-target";
  readonly name: string;
}

export type Target = NameTarget | TupleTarget | NamespaceTarget;

export interface DataNode extends At {
  readonly kind: "data";
  readonly text: string;
}

/** Adjacent text and `{{ }}`. */
export interface OutputNode extends At {
  readonly kind: "output";
  readonly parts: readonly (DataNode | Expression)[];
}

export interface ForNode extends At {
  readonly kind: "for";
  readonly target: Target;
  readonly iterable: Expression;
  readonly filter: Expression | undefined;
  readonly recursive: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface IfNode extends At {
  readonly kind: "if";
  readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
  readonly otherwise: readonly Statement[];
}

/** A type annotation of a macro parameter, as dbt allows: `list[string]`. */
export interface TypeName {
  readonly name: string;
  readonly parameters: readonly TypeName[];
}

export interface Parameter {
  readonly name: string;
  readonly fallback: Expression | undefined;
  readonly type: TypeName | undefined;
}

export interface MacroNode extends At {
  readonly kind: "macro";
  readonly name: string;
  /** The name for the macro stack of errors, where it is another one. */
  readonly shownName?: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
}

export interface CallBlockNode extends At {
  readonly kind: "call-block";
  readonly parameters: readonly Parameter[];
  readonly call: CallNode;
  readonly body: readonly Statement[];
}

export interface FilterBlockNode extends At {
  readonly kind: "filter-block";
  readonly filter: FilterNode;
  readonly body: readonly Statement[];
}

export interface WithNode extends At {
  readonly kind: "with";
  readonly assignments: readonly { readonly target: Target; readonly value: Expression }[];
  readonly body: readonly Statement[];
}

export interface SetNode extends At {
  readonly kind: "set";
  readonly target: Target;
  readonly value: Expression;
}

export interface SetBlockNode extends At {
  readonly kind: "set-block";
  readonly target: Target;
  readonly filter: FilterNode | undefined;
  readonly body: readonly Statement[];
}

export interface DoNode extends At {
  readonly kind: "do";
  readonly value: Expression;
}

export interface LoopControlNode extends At {
  readonly kind: "break" | "continue";
}

/** A block with names of its own: `{% autoescape %}`, which changes nothing here, and `{% block %}`. */
export interface ScopeNode extends At {
  readonly kind: "scope";
  /** Sees what the template set at its top, but no names of frames around it. */
  readonly isIsolated: boolean;
  readonly body: readonly Statement[];
}

export type Statement =
  | OutputNode
  | ForNode
  | IfNode
  | MacroNode
  | CallBlockNode
  | FilterBlockNode
  | WithNode
  | SetNode
  | SetBlockNode
  | DoNode
  | LoopControlNode
  | ScopeNode;

export type AnyNode = Expression | Target | DataNode | Statement;
