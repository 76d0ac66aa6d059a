import type { NumberType } from "../lexer/token.ts";
import type { SparkType } from "../spark-type.ts";
import type { Query } from "./query.ts";

/** Every node knows where it starts: an offset in the statement's text. */
export interface Located {
  readonly at: number;
}

export type Expression = Located &
  (
    | { readonly kind: "null" }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "number"; readonly text: string; readonly type: NumberType }
    | { readonly kind: "string"; readonly value: string }
    /** `X'1F'` */
    | { readonly kind: "hex"; readonly digits: string }
    /** `DATE '2024-01-01'` */
    | { readonly kind: "typed-literal"; readonly type: TypedLiteralKind; readonly text: string }
    | IntervalLiteral
    /** `a`, `t.a`, `t.a.field`: what each part is, the scope tells. */
    | { readonly kind: "column"; readonly parts: readonly string[] }
    | StarExpression
    | { readonly kind: "unary"; readonly op: UnaryOperator; readonly operand: Expression }
    | {
        readonly kind: "operation";
        readonly op: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: "is";
        readonly operand: Expression;
        readonly what: "null" | "true" | "false" | "unknown";
        readonly not: boolean;
      }
    | {
        readonly kind: "is-distinct";
        readonly left: Expression;
        readonly right: Expression;
        readonly not: boolean;
      }
    | {
        readonly kind: "between";
        readonly operand: Expression;
        readonly low: Expression;
        readonly high: Expression;
        readonly not: boolean;
      }
    | {
        readonly kind: "in-list";
        readonly operand: Expression;
        readonly list: readonly Expression[];
        readonly not: boolean;
      }
    | {
        readonly kind: "in-query";
        readonly operand: Expression;
        readonly query: Query;
        readonly not: boolean;
      }
    | LikeExpression
    | CaseExpression
    | {
        readonly kind: "cast";
        readonly operand: Expression;
        readonly type: SparkType;
        readonly isTry: boolean;
      }
    | CallExpression
    | {
        readonly kind: "lambda";
        readonly parameters: readonly string[];
        readonly body: Expression;
      }
    /** `f(name => value)` */
    | { readonly kind: "named-argument"; readonly name: string; readonly value: Expression }
    | { readonly kind: "subscript"; readonly operand: Expression; readonly index: Expression }
    | { readonly kind: "field"; readonly operand: Expression; readonly name: string }
    | { readonly kind: "exists"; readonly query: Query; readonly not: boolean }
    | { readonly kind: "scalar-query"; readonly query: Query }
    /** `(a, b)`: a struct with fields col1, col2. */
    | { readonly kind: "row"; readonly items: readonly Expression[] }
    /** An expression with an alias inside an argument list: `struct(a AS x)`. */
    | { readonly kind: "aliased"; readonly operand: Expression; readonly alias: string }
  );

export type TypedLiteralKind = "date" | "timestamp" | "timestamp_ntz" | "timestamp_ltz";

export type UnaryOperator = "-" | "+" | "~" | "not";

export type BinaryOperator =
  | "or"
  | "and"
  | "="
  | "<=>"
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "|"
  | "^"
  | "&"
  | "<<"
  | ">>"
  | ">>>"
  | "+"
  | "-"
  | "||"
  | "*"
  | "/"
  | "%"
  | "div";

/** One `value unit` pair of an interval literal; `value` carries its sign. */
export interface IntervalPart {
  readonly value: string;
  readonly unit: string;
}

export type IntervalLiteral =
  /** `INTERVAL 1 DAY 2 HOURS` */
  | { readonly kind: "interval"; readonly form: "units"; readonly parts: readonly IntervalPart[] }
  /** `INTERVAL '1-2' YEAR TO MONTH` */
  | {
      readonly kind: "interval";
      readonly form: "range";
      readonly text: string;
      readonly from: string;
      readonly to: string;
    }
  /** `INTERVAL '1 day 2 hours'` */
  | { readonly kind: "interval"; readonly form: "text"; readonly text: string };

export interface StarExpression {
  readonly kind: "star";
  readonly qualifier: readonly string[];
  /** `* EXCEPT (a, b.c)` */
  readonly except: readonly (readonly string[])[];
}

export interface LikeExpression {
  readonly kind: "like";
  readonly op: "like" | "ilike" | "rlike";
  readonly operand: Expression;
  readonly quantifier: "one" | "all" | "any";
  readonly patterns: readonly Expression[];
  readonly escape?: string;
  readonly not: boolean;
}

export interface CaseExpression {
  readonly kind: "case";
  readonly operand?: Expression;
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
  readonly otherwise?: Expression;
}

export interface CallExpression {
  readonly kind: "call";
  /** In lower case; the last part is the function, the others its schema. */
  readonly name: readonly string[];
  readonly args: readonly Expression[];
  readonly distinct: boolean;
  readonly filter?: Expression;
  readonly nulls?: "ignore" | "respect";
  readonly withinGroup?: readonly SortItem[];
  readonly over?: WindowSpec | { readonly name: string };
}

export interface SortItem extends Located {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls?: "first" | "last";
}

export interface WindowSpec {
  readonly base?: string;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortItem[];
  readonly frame?: WindowFrame;
}

export interface WindowFrame {
  readonly unit: "rows" | "range";
  readonly start: FrameBound;
  readonly end?: FrameBound;
}

export type FrameBound =
  | { readonly kind: "unbounded-preceding" | "unbounded-following" | "current-row" }
  | { readonly kind: "preceding" | "following"; readonly offset: Expression };
