import { isDeepStrictEqual } from "node:util";
import type { Column, Table, TableInput } from "@aws-sdk/client-glue";
import { tableInput } from "./table-input.ts";
import { sparkFields, withSparkFields } from "./spark-schema.ts";

/** Glue keeps 255 characters of a column's comment and 2,048 of a table's. */
const MAX_COLUMN_COMMENT = 255;
const MAX_DESCRIPTION = 2048;

/** Comments by column, in lower case. */
type Comments = ReadonlyMap<string, string>;

/**
 * The input of UpdateTable that leaves a table as it is but for its comments; undefined where they
 * are right already. Comments stand twice: in the Data Catalog's own members, for Athena and the
 * console, and in the parameters, where Spark looks.
 *
 * @param columns - comments by column; columns that are not named keep theirs
 */
export function withComments(
  table: Table,
  comment: string | undefined,
  columns: Readonly<Record<string, string>>,
): TableInput | undefined {
  const comments = new Map(Object.entries(columns).map(([name, text]) => [lower(name), text]));
  const { StorageDescriptor: storage, PartitionKeys, Parameters } = table;
  const old = tableInput(table);
  const changed: TableInput = {
    ...old,
    ...(comment === undefined ? {} : { Description: cut(comment, MAX_DESCRIPTION) }),
    ...(storage && {
      StorageDescriptor: { ...storage, Columns: commented(storage.Columns, comments) },
    }),
    ...(PartitionKeys && { PartitionKeys: commented(PartitionKeys, comments) }),
    ...(Parameters && { Parameters: parametersOf(table, comment, comments) }),
  };
  return isDeepStrictEqual(changed, old) ? undefined : changed;
}

function commented(columns: readonly Column[] | undefined, comments: Comments): Column[] {
  return (columns ?? []).map((column) => {
    const text = comments.get(lower(column.Name));
    return text === undefined ? column : { ...column, Comment: cut(text, MAX_COLUMN_COMMENT) };
  });
}

function parametersOf(
  table: Table,
  comment: string | undefined,
  comments: Comments,
): Record<string, string> {
  const parameters = {
    ...table.Parameters,
    ...(comment === undefined ? {} : { comment }),
  };
  const fields = sparkFields(table);
  if (!fields || comments.size === 0) return parameters;
  return withSparkFields(
    parameters,
    fields.map((field) => {
      const text = comments.get(lower(field.name));
      return text === undefined
        ? field
        : { ...field, metadata: { ...field.metadata, comment: text } };
    }),
  );
}

/** Whole characters only: Glue counts code points, and half a pair is none. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join("");
}

function lower(name: string | undefined): string {
  return (name ?? "").toLowerCase();
}
