import type { SparkType } from "../spark-type.ts";
import type {
  AlterTableAction,
  AlterViewTranslation,
  ColumnPosition,
  CommentTranslation,
} from "../alter-translation.ts";
import type { DescribeTranslation, ShowTranslation } from "../show-translation.ts";
import type {
  CreateTableLikeTranslation,
  DropTranslation,
  SchemaTranslation,
  TableOptions,
} from "../table-translation.ts";
import type { RelationName } from "../translated-query.ts";
import type { NoOpTranslation, SessionTranslation } from "../translation.ts";
import type { Expression, Located } from "./expression.ts";
import type { Query, RelationNode } from "./query.ts";

/** One statement as the user wrote it. What holds no SQL expression is already what the engine gets. */
export type Statement =
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "explain"; readonly query: Query; readonly mode: string }
  | { readonly kind: "describe-query"; readonly query: Query }
  | CreateTableStatement
  | CreateViewStatement
  | InsertStatement
  | MergeStatement
  | UpdateStatement
  | DeleteStatement
  | { readonly kind: "truncate"; readonly target: RelationName; readonly at: number }
  | AlterTableStatement
  | {
      readonly kind: "alter-view-as";
      readonly target: RelationName;
      readonly query: Query;
      readonly sparkSql: string;
    }
  | { readonly kind: "command"; readonly command: Command };

/** Statements without expressions or queries. */
export type Command =
  | DropTranslation
  | SchemaTranslation
  | CommentTranslation
  | CreateTableLikeTranslation
  | NoOpTranslation
  | Exclude<AlterViewTranslation, { readonly action: "as" }>
  | Exclude<SessionTranslation, { readonly kind: "explain" }>
  | ShowStatement
  | DescribeStatement;

type Parsed<T> = T extends { readonly partition?: unknown }
  ? Omit<T, "partition"> & { readonly partition?: readonly PartitionSpecItem[] }
  : T;
type ShowStatement = Parsed<ShowTranslation>;
type DescribeStatement = Parsed<Exclude<DescribeTranslation, { readonly what: "query" }>>;

export interface PartitionSpecItem extends Located {
  readonly column: string;
  /** `=` unless the statement compares otherwise (ALTER TABLE ... DROP PARTITION (p > 1)). */
  readonly op: "=" | "<" | "<=" | ">" | ">=" | "<>";
  readonly value?: Expression;
}

export interface ColumnSpec extends Located {
  readonly name: string;
  readonly type: SparkType;
  readonly nullable: boolean;
  readonly comment?: string;
  readonly defaultValue?: Expression;
}

export interface CreateTableStatement extends TableOptions, Located {
  readonly kind: "create-table";
  readonly target: RelationName;
  readonly orReplace: boolean;
  readonly mustExist: boolean;
  readonly ifNotExists: boolean;
  readonly external: boolean;
  readonly columns: readonly ColumnSpec[];
  readonly query?: Query;
}

export interface CreateViewStatement extends Located {
  readonly kind: "create-view";
  readonly target: RelationName;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: "no" | "local" | "global";
  readonly columns?: readonly { readonly name: string; readonly comment?: string }[];
  readonly comment?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly sparkSql: string;
}

export interface InsertStatement extends Located {
  readonly kind: "insert";
  readonly target: RelationName;
  readonly overwrite: boolean;
  readonly columns?: readonly string[];
  readonly byName: boolean;
  readonly partition: readonly PartitionSpecItem[];
  readonly ifNotExists: boolean;
  readonly replaceWhere?: Expression;
  readonly query: Query;
}

export interface Assignment extends Located {
  readonly path: readonly string[];
  readonly value: Expression;
}

export interface MergeStatement extends Located {
  readonly kind: "merge";
  readonly target: RelationName;
  readonly alias?: string;
  readonly source: RelationNode;
  readonly on: Expression;
  readonly clauses: readonly MergeClause[];
}

export interface MergeClause extends Located {
  readonly when: "matched" | "not-matched" | "not-matched-by-source";
  readonly condition?: Expression;
  readonly action: MergeAction;
}

export type MergeAction =
  | { readonly kind: "delete" | "update-all" | "insert-all" }
  | { readonly kind: "update"; readonly assignments: readonly Assignment[] }
  | {
      readonly kind: "insert";
      readonly columns: readonly (readonly string[])[];
      readonly values: readonly Expression[];
    };

export interface UpdateStatement extends Located {
  readonly kind: "update";
  readonly target: RelationName;
  readonly alias?: string;
  readonly assignments: readonly Assignment[];
  readonly where?: Expression;
}

export interface DeleteStatement extends Located {
  readonly kind: "delete";
  readonly target: RelationName;
  readonly alias?: string;
  readonly where?: Expression;
}

export interface AlterTableStatement extends Located {
  readonly kind: "alter-table";
  readonly target: RelationName;
  readonly change: AlterTableChange;
}

export type AlterTableChange =
  | Extract<
      AlterTableAction,
      {
        readonly action:
          | "rename"
          | "drop-columns"
          | "rename-column"
          | "set-properties"
          | "unset-properties"
          | "set-location"
          | "nothing";
      }
    >
  | {
      readonly action: "add-columns";
      readonly columns: readonly (ColumnSpec & {
        readonly path: readonly string[];
        readonly position?: ColumnPosition;
      })[];
      readonly ifNotExists: boolean;
    }
  | {
      readonly action: "alter-column";
      readonly path: readonly string[];
      readonly type?: SparkType;
      readonly comment?: string;
      readonly nullable?: boolean;
      readonly position?: ColumnPosition;
      readonly setDefault?: Expression;
      readonly dropDefault?: boolean;
    }
  | { readonly action: "replace-columns"; readonly columns: readonly ColumnSpec[] }
  | {
      readonly action: "add-partitions" | "drop-partitions";
      readonly partitions: readonly (readonly PartitionSpecItem[])[];
      readonly ifExists: boolean;
    };
