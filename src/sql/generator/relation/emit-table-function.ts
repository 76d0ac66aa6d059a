import { sqlArgumentCount } from "../../../errors/sql-errors.ts";
import { quoteName } from "../../quote-name.ts";
import type { RelationNode } from "../../tree/query.ts";
import { BIGINT } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { emitGenerator, isGeneratorName } from "./emit-generator.ts";
import { aliased } from "./emit-table.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope } from "../scope/scope.ts";

type TableFunction = Extract<RelationNode, { kind: "table-function" }>;

/** range(...), and the generators in FROM. */
export function emitTableFunction(node: TableFunction, scope: Scope): EmittedRelation {
  const name = (node.name.at(-1) ?? "").toLowerCase();
  if (name === "range") return emitRange(node, scope);
  if (!isGeneratorName(name))
    throw scope.emitter.notSupported(`the table function "${node.name.join(".")}"`, node.at);
  const call = {
    kind: "call",
    name: [name],
    args: node.args,
    distinct: false,
    at: node.at,
  } as const;
  const columns = emitGenerator(call, scope, false);
  const items = columns.map((column) => `${column.value.sql} AS ${quoteName(column.name)}`);
  const own = {
    columns: columns.map((column) => ({ name: column.name, type: column.value.type })),
  };
  const alias = node.alias ?? { name: scope.emitter.freshName("g"), columns: [] };
  const sql = `${node.lateral ? "LATERAL " : ""}(SELECT ${items.join(", ")})`;
  return aliased(sql, own, alias, { scope, at: node.at });
}

/** range([start,] end[, step[, partitions]]): a column `id`. */
function emitRange(node: TableFunction, scope: Scope): EmittedRelation {
  const { at } = node;
  if (node.args.length < 1 || node.args.length > 4) {
    throw sqlArgumentCount("range", node.args.length, "1 to 4 arguments", scope.emitter.place(at));
  }
  const args = node.args
    .slice(0, 3)
    .map((arg) => castTo(scope.emitter.emitExpression(arg, scope), BIGINT, { scope, at }).sql);
  const alias = {
    name: node.alias?.name ?? scope.emitter.freshName("range"),
    columns:
      node.alias !== undefined && node.alias.columns.length > 0 ? node.alias.columns : ["id"],
  };
  const own = { columns: [{ name: "id", type: BIGINT }] };
  return aliased(`range(${args.join(", ")})`, own, alias, { scope, at });
}
