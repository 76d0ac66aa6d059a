import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { quoteName, quoteString } from "../../quote-name.ts";
import type { OutputColumn } from "../../translated-query.ts";
import type { UnpivotNode } from "../../tree/query.ts";
import { STRING } from "../../types/spark-types.ts";
import { unify } from "../expression/emit-case.ts";
import { aliased } from "./emit-table.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import { columnNotFound, resolveColumn } from "../scope/resolve-column.ts";
import type { Scope } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/** UNPIVOT: each group of columns becomes a row with a name and one or more values. */
export function emitUnpivot(
  node: UnpivotNode,
  outer: Scope,
  input: EmittedRelation,
  at: number,
): EmittedRelation {
  if (input.star === undefined)
    throw outer.emitter.notSupported("UNPIVOT of a relation with unknown columns", at);
  const scope: Scope = { ...outer, relations: input.relations };
  const used = new Set(
    node.groups.flatMap((group) =>
      group.columns.map((parts) => (parts.at(-1) ?? "").toLowerCase()),
    ),
  );
  const kept = input.star.filter((column) => !used.has(column.name.toLowerCase()));
  const values = emitValues(node, scope, at);
  const names = `unnest([${node.groups.map((group) => quoteString(groupName(group))).join(", ")}]) AS ${quoteName(node.nameColumn)}`;
  const items = [
    ...kept.map((column) => column.sql ?? quoteName(column.name)),
    names,
    ...values.map(
      (cells, index) =>
        `unnest([${cells.map((cell) => cell.sql).join(", ")}]) AS ${quoteName(node.valueColumns[index] ?? "")}`,
    ),
  ];
  const columns: OutputColumn[] = [
    ...kept.map(({ name, type }) => ({ name, type })),
    { name: node.nameColumn, type: STRING },
    ...node.valueColumns.map((name, index) => ({ name, type: values[index]?.[0]?.type ?? STRING })),
  ];
  const rows = `SELECT ${items.join(", ")} FROM ${input.sql}`;
  const isThere = node.valueColumns.map((name) => `${quoteName(name)} IS NOT NULL`).join(" OR ");
  const sql = node.includeNulls ? `(${rows})` : `(SELECT * FROM (${rows}) WHERE ${isThere})`;
  const alias = node.alias ?? { name: outer.emitter.freshName("unpivot"), columns: [] };
  const emitted = aliased(sql, { columns }, alias, { scope: outer, at });
  return node.alias === undefined ? { ...emitted, relations: [{ columns }] } : emitted;
}

function groupName(group: UnpivotNode["groups"][number]): string {
  return group.alias ?? group.columns.map((parts) => parts.at(-1) ?? "").join("_");
}

/** For each value column, its cell of each group, in one type. */
function emitValues(node: UnpivotNode, scope: Scope, at: number): readonly (readonly TypedSql[])[] {
  return node.valueColumns.map((_name, index) => {
    const cells = node.groups.map((group) => {
      const parts = group.columns[index];
      if (parts === undefined || group.columns.length !== node.valueColumns.length) {
        const problem = `takes ${node.valueColumns.length} column(s) in each group`;
        throw sqlTypeMismatch("UNPIVOT", problem, scope.emitter.place(group.at));
      }
      const cell = resolveColumn(parts, scope, group.at);
      if (cell === undefined) throw columnNotFound(parts, scope, group.at);
      return cell;
    });
    return unify(cells, "unpivot", scope, at);
  });
}
