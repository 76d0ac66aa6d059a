import type { RelationName, TranslatedQuery, PartitionValue } from "./translated-query.ts";
import type {
  CreateTableTranslation,
  CreateTableLikeTranslation,
  CreateViewTranslation,
  DropTranslation,
  SchemaTranslation,
} from "./table-translation.ts";
import type {
  AlterTableTranslation,
  AlterViewTranslation,
  CommentTranslation,
} from "./alter-translation.ts";
import type { ShowTranslation, DescribeTranslation } from "./show-translation.ts";

/**
 * What one Spark SQL statement asks of the engine. Queries and expressions inside are DuckDB SQL
 * (fields called `duckSql`); everything that DuckDB has no word for stays data.
 */
export type Translation =
  | QueryTranslation
  | DmlTranslation
  | InsertTranslation
  | CreateTableTranslation
  | CreateTableLikeTranslation
  | CreateViewTranslation
  | DropTranslation
  | SchemaTranslation
  | AlterTableTranslation
  | AlterViewTranslation
  | CommentTranslation
  | ShowTranslation
  | DescribeTranslation
  | SessionTranslation
  | NoOpTranslation;

export interface QueryTranslation extends TranslatedQuery {
  readonly kind: "query";
}

/** UPDATE, DELETE, MERGE, TRUNCATE: one DuckDB statement; answers with the number of rows. */
export interface DmlTranslation {
  readonly kind: "update" | "delete" | "merge" | "truncate";
  readonly target: RelationName;
  readonly duckSql: string;
  /** MERGE: a DuckDB query that gives a row when several source rows change one target row. */
  readonly ambiguitySql?: string;
}

export interface InsertTranslation {
  readonly kind: "insert";
  readonly target: RelationName;
  readonly overwrite: boolean;
  /** INSERT INTO t (a, b). */
  readonly columns?: readonly string[];
  readonly byName: boolean;
  /** PARTITION (p = 1, q). Static columns are not part of the query. */
  readonly partition: readonly PartitionValue[];
  readonly ifNotExists: boolean;
  /** INSERT INTO t REPLACE WHERE condition. */
  readonly replaceWhere?: string;
  readonly query: TranslatedQuery;
}

export type SessionTranslation =
  | { readonly kind: "use"; readonly schema: string }
  /** `value` undefined: show the value; both undefined: show all. */
  | { readonly kind: "set"; readonly key?: string; readonly value?: string }
  | { readonly kind: "reset"; readonly key?: string }
  | { readonly kind: "set-time-zone"; readonly zone: string }
  | { readonly kind: "explain"; readonly query: TranslatedQuery; readonly mode: string };

/**
 * Statements that change nothing here and answer with no rows: CACHE, UNCACHE, REFRESH, ANALYZE,
 * MSCK REPAIR, OPTIMIZE, VACUUM, GRANT, REVOKE, ...
 */
export interface NoOpTranslation {
  readonly kind: "no-op";
  /** The statement's first words, in upper case: `REFRESH TABLE`. */
  readonly statement: string;
  readonly target?: RelationName;
}
