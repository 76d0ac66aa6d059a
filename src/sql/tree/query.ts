import type { Expression, Located, SortItem, WindowSpec } from "./expression.ts";

export interface Query extends Located {
  readonly kind: "query";
  readonly recursive: boolean;
  readonly ctes: readonly Cte[];
  readonly body: QueryBody;
  readonly orderBy: readonly SortItem[];
  readonly sortBy: readonly SortItem[];
  readonly distributeBy: readonly Expression[];
  readonly clusterBy: readonly Expression[];
  readonly windows: readonly NamedWindow[];
  /** `LIMIT ALL` is no limit. */
  readonly limit?: Expression;
  readonly offset?: Expression;
}

export interface Cte extends Located {
  readonly name: string;
  readonly columns: readonly string[];
  readonly query: Query;
}

export type QueryBody =
  | Select
  | SetOperation
  | InlineTable
  | Query
  /** `TABLE t` */
  | (Located & { readonly kind: "table-body"; readonly name: readonly string[] });

export interface SetOperation extends Located {
  readonly kind: "set-operation";
  readonly op: "union" | "except" | "intersect";
  readonly all: boolean;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

/** `VALUES (1, 2), (3, 4) AS t(a, b)`; a bare expression is a row of one. */
export interface InlineTable extends Located {
  readonly kind: "inline-table";
  readonly rows: readonly (readonly Expression[])[];
  readonly alias?: TableAlias;
}

export interface Select extends Located {
  readonly kind: "select";
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  readonly from: readonly RelationNode[];
  readonly lateralViews: readonly LateralView[];
  readonly where?: Expression;
  readonly groupBy?: GroupBy;
  readonly having?: Expression;
  readonly windows: readonly NamedWindow[];
}

export interface SelectItem extends Located {
  readonly expression: Expression;
  /** More than one for a generator: `posexplode(a) AS (p, v)`. */
  readonly aliases: readonly string[];
}

export interface NamedWindow {
  readonly name: string;
  readonly spec: WindowSpec;
}

export interface GroupBy extends Located {
  /** A plain expression is an item with one set of one. */
  readonly items: readonly GroupItem[];
}

export type GroupItem =
  | { readonly kind: "plain"; readonly expression: Expression }
  | { readonly kind: "rollup" | "cube"; readonly sets: readonly (readonly Expression[])[] }
  | {
      readonly kind: "grouping-sets";
      readonly items: readonly GroupSet[];
      /** The list before the sets in `GROUP BY a, b GROUPING SETS (...)`. */
      readonly keys?: readonly Expression[];
    };

/** One member of GROUPING SETS: a list of expressions, or a nested ROLLUP, CUBE, GROUPING SETS. */
export type GroupSet =
  | { readonly kind: "set"; readonly expressions: readonly Expression[] }
  | Exclude<GroupItem, { readonly kind: "plain" }>;

export interface LateralView extends Located {
  readonly outer: boolean;
  readonly call: Extract<Expression, { readonly kind: "call" }>;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableAlias {
  /** Absent for `AS (a, b)`. */
  readonly name?: string;
  readonly columns: readonly string[];
}

export type JoinType = "inner" | "cross" | "left" | "right" | "full" | "semi" | "anti";

export type RelationNode = Located &
  (
    | {
        readonly kind: "table";
        readonly name: readonly string[];
        readonly alias?: TableAlias;
        readonly sample?: Sample;
        readonly timeTravel?: {
          readonly kind: "version" | "timestamp";
          readonly value: Expression;
        };
      }
    | {
        readonly kind: "subquery";
        readonly query: Query;
        readonly lateral: boolean;
        readonly alias?: TableAlias;
        readonly sample?: Sample;
      }
    | {
        readonly kind: "inline";
        readonly table: InlineTable;
      }
    | {
        readonly kind: "table-function";
        readonly name: readonly string[];
        readonly args: readonly Expression[];
        readonly lateral: boolean;
        readonly alias?: TableAlias;
      }
    | {
        readonly kind: "join";
        readonly type: JoinType;
        readonly natural: boolean;
        readonly left: RelationNode;
        readonly right: RelationNode;
        readonly on?: Expression;
        readonly using?: readonly string[];
      }
    | PivotNode
    | UnpivotNode
    /** `(a JOIN b) AS t` */
    | {
        readonly kind: "group";
        readonly relation: RelationNode;
        readonly alias?: TableAlias;
        readonly sample?: Sample;
      }
  );

export type Sample =
  | { readonly kind: "percent"; readonly value: string; readonly seed?: string }
  | { readonly kind: "rows"; readonly value: string; readonly seed?: string }
  | {
      readonly kind: "bucket";
      readonly numerator: string;
      readonly denominator: string;
      readonly seed?: string;
    };

export interface PivotNode {
  readonly kind: "pivot";
  readonly input: RelationNode;
  readonly aggregates: readonly SelectItem[];
  readonly columns: readonly (readonly string[])[];
  readonly values: readonly SelectItem[];
  readonly alias?: TableAlias;
}

export interface UnpivotNode {
  readonly kind: "unpivot";
  readonly input: RelationNode;
  readonly includeNulls: boolean;
  readonly valueColumns: readonly string[];
  readonly nameColumn: string;
  readonly groups: readonly UnpivotGroup[];
  readonly alias?: TableAlias;
}

export interface UnpivotGroup extends Located {
  readonly columns: readonly (readonly string[])[];
  readonly alias?: string;
}
