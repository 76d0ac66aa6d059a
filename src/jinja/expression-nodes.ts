/** Offset of the node's first character in the normalised source. */
export interface At {
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
