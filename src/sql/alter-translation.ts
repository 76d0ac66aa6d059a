import type { SparkType } from "./spark-type.ts";
import type { RelationName, TranslatedQuery, PartitionValue } from "./translated-query.ts";
import type { ColumnDefinition } from "./table-translation.ts";

export interface AddedColumn extends ColumnDefinition {
  /** Field names from the outside in; one for a top-level column. */
  readonly path: readonly string[];
  readonly position?: ColumnPosition;
}

/** `"first"`, or the column that it follows. */
export type ColumnPosition = "first" | { readonly after: string };

export type AlterTableAction =
  | { readonly action: "rename"; readonly to: RelationName }
  | {
      readonly action: "add-columns";
      readonly columns: readonly AddedColumn[];
      readonly ifNotExists: boolean;
    }
  | {
      readonly action: "drop-columns";
      readonly columns: readonly (readonly string[])[];
      readonly ifExists: boolean;
    }
  | {
      readonly action: "rename-column";
      readonly path: readonly string[];
      readonly to: string;
    }
  | {
      readonly action: "alter-column";
      readonly path: readonly string[];
      readonly type?: SparkType;
      readonly duckType?: string;
      readonly comment?: string;
      readonly nullable?: boolean;
      readonly position?: ColumnPosition;
      readonly setDefaultSql?: string;
      readonly dropDefault?: boolean;
    }
  | { readonly action: "replace-columns"; readonly columns: readonly ColumnDefinition[] }
  | { readonly action: "set-properties"; readonly properties: Readonly<Record<string, string>> }
  | {
      readonly action: "unset-properties";
      readonly keys: readonly string[];
      readonly ifExists: boolean;
    }
  | { readonly action: "set-location"; readonly location: string }
  | {
      readonly action: "add-partitions";
      readonly partitions: readonly (readonly PartitionValue[])[];
      readonly ifNotExists: boolean;
    }
  | {
      readonly action: "drop-partitions";
      readonly partitions: readonly (readonly PartitionValue[])[];
      /** One DuckDB condition per partition spec: what to delete. */
      readonly conditions: readonly string[];
      readonly ifExists: boolean;
    }
  /** RECOVER PARTITIONS, SET SERDE, ...: nothing to do on a laptop. */
  | { readonly action: "nothing"; readonly text: string };

export type AlterTableTranslation = {
  readonly kind: "alter-table";
  readonly target: RelationName;
} & AlterTableAction;

export type AlterViewTranslation =
  | {
      readonly kind: "alter-view";
      readonly action: "as";
      readonly target: RelationName;
      readonly query: TranslatedQuery;
      readonly sparkSql: string;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "rename";
      readonly target: RelationName;
      readonly to: RelationName;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "set-properties";
      readonly target: RelationName;
      readonly properties: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "unset-properties";
      readonly target: RelationName;
      readonly keys: readonly string[];
      readonly ifExists: boolean;
    };

export type CommentTranslation =
  | {
      readonly kind: "comment";
      readonly on: "table";
      readonly target: RelationName;
      readonly comment: string | null;
    }
  | {
      readonly kind: "comment";
      readonly on: "column";
      readonly target: RelationName;
      readonly column: string;
      readonly comment: string | null;
    }
  | {
      readonly kind: "comment";
      readonly on: "schema";
      readonly schema: string;
      readonly comment: string | null;
    };
