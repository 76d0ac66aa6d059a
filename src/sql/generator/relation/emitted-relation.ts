import type { ScopeColumn, ScopeRelation } from "../scope/scope.ts";

/** An item of FROM as DuckDB SQL, with the names that it brings. */
export interface EmittedRelation {
  readonly sql: string;
  readonly relations: readonly ScopeRelation[];
  /** What `*` gives, in order; undefined where a relation's columns are not known. */
  readonly star: readonly ScopeColumn[] | undefined;
  /** False where DuckDB's `*` would give another order (USING): then it is written out. */
  readonly isPlainStar: boolean;
}
