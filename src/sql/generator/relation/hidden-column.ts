import { quoteName, quotePath } from "../../quote-name.ts";
import type { SparkType } from "../../spark-type.ts";
import type { ScopeColumn, ScopeRelation } from "../scope/scope.ts";
import type { EmittedRelation } from "./emitted-relation.ts";

export interface HiddenColumn {
  /** The name of the relation that holds the column. */
  readonly alias: string;
  readonly name: string;
  readonly type: SparkType;
  /** A query of one column, over those of the relation beside it. */
  readonly query: string;
}

/** A relation with one more column, computed from its own, which `*` does not show. */
export function withHiddenColumn(
  side: EmittedRelation,
  { alias, name, type, query }: HiddenColumn,
): EmittedRelation {
  const relation: ScopeRelation = { name: alias, columns: [{ name, type, hidden: true }] };
  return {
    ...side,
    star: side.isPlainStar && side.star !== undefined ? qualifiedStar(side) : side.star,
    sql: `${side.sql} CROSS JOIN LATERAL (${query}) AS ${quoteName(alias)}`,
    relations: [...side.relations, relation],
    isPlainStar: false,
  };
}

/** The side's own columns, each with its relation's name. */
function qualifiedStar(side: EmittedRelation): readonly ScopeColumn[] {
  return side.relations.flatMap(({ name, columns }) =>
    (columns ?? [])
      .filter((column) => column.hidden !== true)
      .map((column) =>
        name === undefined ? column : { ...column, sql: quotePath([name, column.name]) },
      ),
  );
}
