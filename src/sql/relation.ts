/** A relation's address and what is known of it: data, no behaviour. */
export interface Relation {
  /** Empty on Spark: there is no level above the schema. */
  readonly database: string | null;
  readonly schema: string | null;
  readonly identifier: string | null;
  readonly type: RelationType | null;
}

export type RelationType =
  | "table"
  | "view"
  | "cte"
  | "materialized_view"
  | "external"
  | "ephemeral"
  | "pointer_table"
  | "function";
