import type { QueryResult } from "../../../adapter/connection.ts";

/** A command's answer: text columns, and `boolean` ones where the name says so. */
export function tableAnswer(
  columns: readonly string[],
  rows: readonly (readonly (string | boolean | null)[])[],
): QueryResult {
  return {
    columns: columns.map((name) => ({ name, type: name === "isTemporary" ? "boolean" : "string" })),
    rows,
    response: { _message: "OK" },
  };
}

/** The answer of a command that says nothing. */
export function emptyAnswer(rowsAffected?: number): QueryResult {
  return {
    columns: [],
    rows: [],
    response: {
      _message: "OK",
      ...(rowsAffected === undefined ? {} : { rows_affected: rowsAffected }),
    },
  };
}
