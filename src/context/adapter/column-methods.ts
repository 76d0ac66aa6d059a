import { EngineError } from "../../errors/engine-error.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { columnObject, type ColumnObject } from "../relation/column-object.ts";
import { makeColumn, type DbtColumn } from "../relation/column.ts";
import { renderRelation, type DbtRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { catalogSchema } from "./catalog-address.ts";
import { fromAndTo, relationArgument } from "./relation-arguments.ts";

/** Columns that Hudi adds to every table; dbt-spark hides them. */
const HUDI_COLUMNS: ReadonlySet<string> = new Set([
  "_hoodie_commit_time",
  "_hoodie_commit_seqno",
  "_hoodie_record_key",
  "_hoodie_partition_path",
  "_hoodie_file_name",
]);

/** `adapter.get_columns_in_relation(relation)`; none where the relation does not exist. */
export async function getColumns(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<ColumnObject[]> {
  const relation = relationArgument("get_columns_in_relation", args);
  return (await columnsOf(adapter, relation)).map(columnObject);
}

/** Asks the catalog; temporary views, which it does not know, are described on the lane. */
export async function columnsOf(
  adapter: AdapterScope,
  relation: DbtRelation,
): Promise<readonly DbtColumn[]> {
  const { identifier } = relation;
  if (identifier === null) return [];
  // A temporary view is addressed without its schema, whatever its path says.
  const schema =
    relation.includePolicy.schema && relation.schema !== null
      ? catalogSchema(relation.schema)
      : null;
  const found =
    schema === null
      ? await describe(adapter, relation)
      : await adapter.skeleton.invocation.adapter.catalog.getColumns({ schema, identifier });
  return (found ?? [])
    .filter((column) => !HUDI_COLUMNS.has(column.name))
    .map((column, index) =>
      makeColumn(column.name, column.type, {
        schema,
        name: identifier,
        type: relation.type,
        owner: null,
        index,
      }),
    );
}

async function describe(
  { statements }: AdapterScope,
  relation: DbtRelation,
): Promise<{ name: string; type: string }[]> {
  try {
    const result = await statements.execute(`describe table ${renderRelation(relation)}`);
    const end = result.rows.findIndex(([name]) => name === "" || String(name).startsWith("#"));
    const rows = end < 0 ? result.rows : result.rows.slice(0, end);
    return rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
  } catch (error) {
    // As in dbt-spark: a relation that is not there has no columns.
    if (
      error instanceof EngineError &&
      (error.code + error.message).includes("TABLE_OR_VIEW_NOT_FOUND")
    ) {
      return [];
    }
    throw error;
  }
}

/** Columns of the first relation that the second lacks. */
export async function getMissingColumns(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<ColumnObject[]> {
  const { from, to } = fromAndTo("get_missing_columns", args);
  const [wanted, present] = await Promise.all([columnsOf(adapter, from), columnsOf(adapter, to)]);
  const names = new Set(present.map((column) => column.name));
  return wanted.filter((column) => !names.has(column.name)).map(columnObject);
}
