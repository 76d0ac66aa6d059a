/** Offset of the node's first character in the normalised source. */
interface At {
  readonly start: number;
}

export interface NameNode extends At {
  readonly kind: "name";
  readonly name: string;
}

/** A literal: string, number, bool or None. */
export interface ConstantNode extends At {
  readonly kind: "constant";
  readonly value: unknown;
}

export interface SequenceNode extends At {
  readonly kind: "list" | "tuple";
  readonly items: readonly Expression[];
}

export interface DictNode extends At {
  readonly kind: "dict";
  readonly pairs: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface AttributeNode extends At {
  readonly kind: "attribute";
  readonly object: Expression;
  readonly name: string;
}

export interface ItemNode extends At {
  readonly kind: "item";
  readonly object: Expression;
  readonly key: Expression;
}

/** Only as the key of an item. */
export interface SliceNode extends At {
  readonly kind: "slice";
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Keyword {
  readonly name: string;
  readonly value: Expression;
}

/** What stands in the parentheses of a call, filter or test. */
export interface ArgumentList {
  readonly positional: readonly Expression[];
  readonly named: readonly Keyword[];
  /** `*values` */
  readonly spread: Expression | undefined;
  /** `**names` */
  readonly namedSpread: Expression | undefined;
}

export interface CallNode extends At {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: ArgumentList;
}

export interface FilterNode extends At {
  readonly kind: "filter";
  /** Absent in filter blocks, where the body is the value. */
  readonly value: Expression | undefined;
  readonly name: string;
  readonly args: ArgumentList;
}

export interface TestNode extends At {
  readonly kind: "test";
  readonly value: Expression;
  readonly name: string;
  readonly args: ArgumentList;
}

export interface UnaryNode extends At {
  readonly kind: "unary";
  readonly operator: "-" | "+" | "not";
  readonly operand: Expression;
}

export interface BinaryNode extends At {
  readonly kind: "binary";
  readonly operator: "+" | "-" | "*" | "/" | "//" | "%" | "**";
  readonly left: Expression;
  readonly right: Expression;
}

export interface LogicalNode extends At {
  readonly kind: "logical";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

/** `a ~ b ~ c` */
export interface ConcatNode extends At {
  readonly kind: "concat";
  readonly parts: readonly Expression[];
}

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in";

/** `a < b <= c`: every value is evaluated once. */
export interface CompareNode extends At {
  readonly kind: "compare";
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly value: Expression }[];
}

export interface ConditionalNode extends At {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression | undefined;
}

export type Expression =
  | NameNode
  | ConstantNode
  | SequenceNode
  | DictNode
  | AttributeNode
  | ItemNode
  | SliceNode
  | CallNode
  | FilterNode
  | TestNode
  | UnaryNode
  | BinaryNode
  | LogicalNode
  | ConcatNode
  | CompareNode
  | ConditionalNode;

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
