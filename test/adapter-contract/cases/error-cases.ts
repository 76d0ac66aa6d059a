import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";

const REFUSED: Readonly<Record<string, RegExp>> = {
  "select * from {s}.nowhere": /TABLE_OR_VIEW_NOT_FOUND/,
  "select nope from {s}.t": /UNRESOLVED_COLUMN.*`nope`.*`a`/s,
  "select * frm {s}.t": /PARSE_SYNTAX_ERROR/,
  "create table {s}.t using parquet as select 1 a": /TABLE_OR_VIEW_ALREADY_EXISTS/,
  "drop table {s}.v": /WRONG_COMMAND_FOR_OBJECT_TYPE.*DROP VIEW/s,
  "drop view {s}.t": /WRONG_COMMAND_FOR_OBJECT_TYPE.*DROP TABLE/s,
  "create or replace view {s}.t as select 1": /is not a view/,
  "use no_such_schema": /SCHEMA_NOT_FOUND/,
  "create table {s}.u using parquet as select 1 a, 2 A": /COLUMN_ALREADY_EXISTS/,
  "insert into {s}.t values (1, 2)": /TOO_MANY_DATA_COLUMNS|too many data columns/,
};

/** Errors are of kind `database` and carry Spark's error class. */
export const ERROR_CASES: readonly ContractCase[] = [
  ...Object.entries(REFUSED).map(([sql, words]): ContractCase => ({
    title: `refused: ${sql.replaceAll("{s}.", "")}`,
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t using parquet as select 1 a`);
      await lane.execute(`create view ${schema}.v as select 1 a`);
      const statement = lane.execute(sql.replaceAll("{s}", schema));
      await expect(statement).rejects.toThrow(words);
      await expect(statement).rejects.toMatchObject({ kind: "database" });
    },
  })),
  {
    title: "an error points at its place in the statement",
    check: async ({ lane }) => {
      const statement = lane.execute("select 1,\n  nope\nfrom values (1) as t(a)");
      await expect(statement).rejects.toMatchObject({ place: { line: 2, column: 3 } });
    },
  },
  {
    title: "a failed statement changes nothing",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t (a int) using delta`);
      await lane.execute(`insert into ${schema}.t values (1)`);
      await expect(
        lane.execute(
          `insert overwrite ${schema}.t select assert_true(id < 5) is null and id > 0 from range(10)`,
        ),
      ).rejects.toMatchObject({ kind: "database" });
      expect((await lane.execute(`select * from ${schema}.t`)).rows).toEqual([[1]]);
    },
  },
];
