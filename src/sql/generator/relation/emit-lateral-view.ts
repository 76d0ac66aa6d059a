import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { quoteName } from "../../quote-name.ts";
import type { LateralView } from "../../tree/query.ts";
import { emitGenerator } from "./emit-generator.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope } from "../scope/scope.ts";

/** LATERAL VIEW f(x) t AS a, b: a lateral subquery beside what is in FROM so far. */
export function emitLateralView(
  view: LateralView,
  from: EmittedRelation | undefined,
  scope: Scope,
): EmittedRelation {
  const inner = { ...scope, relations: from?.relations ?? [] };
  const columns = emitGenerator({ ...view.call, at: view.at }, inner, view.outer);
  if (view.columns.length > 0 && view.columns.length !== columns.length) {
    const problem = `the lateral view names ${view.columns.length} column(s), and its generator gives ${columns.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(view.at));
  }
  const named = columns.map((column, index) => ({
    ...column,
    name: view.columns[index] ?? column.name,
  }));
  const items = named
    .map((column) => `${column.value.sql} AS ${quoteName(column.name)}`)
    .join(", ");
  const name = view.table === "" ? scope.emitter.freshName("lv") : view.table;
  const sql = `LATERAL (SELECT ${items}) AS ${quoteName(name)}`;
  const own = named.map((column) => ({ name: column.name, type: column.value.type }));
  const relation = view.table === "" ? { columns: own } : { name, columns: own };
  if (from === undefined)
    return {
      sql: sql.replace("LATERAL ", ""),
      relations: [relation],
      star: own,
      isPlainStar: true,
    };
  return {
    sql: `${from.sql} CROSS JOIN ${sql}`,
    relations: [...from.relations, relation],
    star: from.star === undefined ? undefined : [...from.star, ...own],
    isPlainStar: from.isPlainStar,
  };
}
