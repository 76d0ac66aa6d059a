import type { Table, TableInput } from "@aws-sdk/client-glue";

/** Glue keeps 255 characters of a column's comment and 2,048 of a table's. */
const MAX_COLUMN_COMMENT = 255;
const MAX_DESCRIPTION = 2048;

/** UpdateTable takes these members of a table's entry, and refuses what the service adds. */
const INPUT_MEMBERS = [
  "Name",
  "Description",
  "Owner",
  "LastAccessTime",
  "LastAnalyzedTime",
  "Retention",
  "StorageDescriptor",
  "PartitionKeys",
  "ViewOriginalText",
  "ViewExpandedText",
  "TableType",
  "Parameters",
  "TargetTable",
] as const satisfies readonly (keyof Table)[];

/** The input of UpdateTable that leaves a table as it is but for its comments. */
export function withComments(
  table: Table,
  comment: string | undefined,
  columns: Readonly<Record<string, string>>,
): TableInput {
  const byName = new Map(Object.entries(columns).map(([name, text]) => [name.toLowerCase(), text]));
  const commented = <C extends { Name: string | undefined }>(list: C[] | undefined): C[] =>
    (list ?? []).map((column) => {
      const text = byName.get((column.Name ?? "").toLowerCase());
      return text === undefined
        ? column
        : { ...column, Comment: text.slice(0, MAX_COLUMN_COMMENT) };
    });
  return {
    ...Object.fromEntries(
      INPUT_MEMBERS.filter((member) => table[member] !== undefined).map((m) => [m, table[m]]),
    ),
    Name: table.Name ?? "",
    ...(comment === undefined ? {} : { Description: comment.slice(0, MAX_DESCRIPTION) }),
    StorageDescriptor: {
      ...table.StorageDescriptor,
      Columns: commented(table.StorageDescriptor?.Columns),
    },
    PartitionKeys: commented(table.PartitionKeys),
  };
}
