import type { Table, TableInput } from "@aws-sdk/client-glue";

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

/** A table's entry as an input that leaves it as it is. */
export function tableInput(table: Table): TableInput {
  return {
    ...Object.fromEntries(
      INPUT_MEMBERS.filter((member) => table[member] !== undefined).map((m) => [m, table[m]]),
    ),
    Name: table.Name ?? "",
  };
}
