import { hostObject, type CallArguments } from "../../jinja/host-object.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { EMPTY_TABLE } from "../agate-table.ts";
import { tableObject } from "../agate/agate-object.ts";
import { tableFromResult } from "../agate/result-table.ts";
import { bindCall, listOf } from "../members/call-arguments.ts";
import { columnObject, type ColumnObject } from "../relation/column-object.ts";
import { makeColumn } from "../relation/column.ts";
import { responseObject } from "../statements/statement-results.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { bindValues } from "./bind-values.ts";

/** `adapter.execute(sql, fetch=...)`: the response, and the rows if they are asked for. */
export async function execute(adapter: AdapterScope, args: CallArguments): Promise<PyTuple> {
  const bound = bindCall("execute", ["sql", "auto_begin", "fetch", "limit"], args, 1);
  const limit = typeof bound.limit === "number" ? bound.limit : undefined;
  const result = await adapter.statements.execute(pyStr(bound.sql), { limit });
  const table = bound.fetch === true ? tableFromResult(result) : EMPTY_TABLE;
  return new PyTuple([responseObject(result.response), tableObject(table, adapter.effects)]);
}

/** `adapter.add_query(sql, bindings=...)`: placeholders take the bindings as Spark literals. */
export async function addQuery(adapter: AdapterScope, args: CallArguments): Promise<PyTuple> {
  const parameters = ["sql", "auto_begin", "bindings", "abridge_sql_log"] as const;
  const bound = bindCall("add_query", parameters, args, 1);
  await adapter.statements.execute(bindValues(pyStr(bound.sql), listOf(bound.bindings)));
  return new PyTuple([hostObject({ typeName: "Connection" }), hostObject({ typeName: "Cursor" })]);
}

/** `adapter.get_column_schema_from_query(sql)`: names and types, without reading rows. */
export async function columnsOfQuery(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<ColumnObject[]> {
  const { sql } = bindCall("get_column_schema_from_query", ["sql"], args, 1);
  const result = await adapter.statements.execute(pyStr(sql), { limit: 0 });
  return result.columns.map((column) => columnObject(makeColumn(column.name, column.type)));
}
