import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import type { AgateTable } from "../agate-table.ts";
import { isTableObject } from "../agate/agate-object.ts";
import { bindCall, expectDict } from "../members/call-arguments.ts";
import { quoteIdentifier, renderRelation } from "../relation.ts";
import { relationObject, type RelationObject } from "../relation-object.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { sparkLiteral } from "./bind-values.ts";
import { expectRelation } from "./relation-arguments.ts";

/**
 * `adapter.stage_seed_rows(relation, agate_table, types)`: a temporary view of the table's rows,
 * each column cast to the type that `types` names for it. Gives the relation.
 */
export async function stageSeedRows(
  { statements }: AdapterScope,
  args: CallArguments,
): Promise<RelationObject> {
  const bound = bindCall("stage_seed_rows", ["relation", "agate_table", "types"], args, 3);
  const relation = expectRelation("stage_seed_rows", bound.relation);
  if (!isTableObject(bound.agate_table)) {
    throw pythonError("TypeError", "stage_seed_rows() takes an agate table");
  }
  const types = expectDict("stage_seed_rows", bound.types);
  const { table } = bound.agate_table;
  const columns = table.columnNames.map((name) => ({ name, type: pyStr(types.get(name)) }));
  const name = renderRelation(relation);
  await statements.execute(
    `create or replace temporary view ${name} as\n${rowsQuery(table, columns)}`,
  );
  return relationObject(relation);
}

interface SeedColumn {
  readonly name: string;
  readonly type: string;
}

function rowsQuery(table: AgateTable, columns: readonly SeedColumn[]): string {
  const names = columns.map(({ name }) => quoteIdentifier(name));
  const casts = columns.map(({ type }, at) => `cast(${names[at]} as ${type}) as ${names[at]}`);
  if (table.rows.length === 0) {
    const nulls = columns.map(({ type }, at) => `cast(null as ${type}) as ${names[at]}`);
    return `select ${nulls.join(", ")} where false`;
  }
  const rows = table.rows.map((row) => `(${row.map(sparkLiteral).join(", ")})`);
  return [
    `select ${casts.join(", ")}`,
    `from values\n${rows.join(",\n")}\nas seed(${names.join(", ")})`,
  ].join("\n");
}
