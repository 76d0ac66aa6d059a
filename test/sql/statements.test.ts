import { describe, expect, test } from "vitest";
import { duckSql, failure, translated } from "../support/spark-sql.ts";

describe("CREATE TABLE", () => {
  test("every clause of a CTAS is kept", () => {
    const statement = `create or replace table db.x using parquet partitioned by (day, bucket(4, i))
      options ('a' = 'b') tblproperties (c = 1) location '/x' comment 'hi' as select day, i from t`;
    expect(translated(statement)).toEqual({
      kind: "create-table",
      target: { schema: "db", name: "x" },
      orReplace: true,
      mustExist: false,
      ifNotExists: false,
      external: false,
      provider: "parquet",
      partitionedBy: [
        { name: "identity", column: "day", text: "day" },
        { name: "bucket", column: "i", text: "bucket(4, i)" },
      ],
      options: { a: "b" },
      properties: { c: "1" },
      location: "/x",
      comment: "hi",
      columns: [],
      query: {
        duckSql: "SELECT day, i FROM t",
        columns: [
          { name: "day", type: { kind: "date" } },
          { name: "i", type: { kind: "int" } },
        ],
      },
    });
  });

  test("declared columns carry Spark's type and DuckDB's", () => {
    expect(
      translated("create table x (a int not null comment 'k', b array<struct<c:string>>)"),
    ).toMatchObject({
      columns: [
        { name: "a", duckType: "INTEGER", nullable: false, comment: "k" },
        { name: "b", duckType: "STRUCT(c VARCHAR)[]", nullable: true },
      ],
    });
  });

  test("Hive's typed partition columns become columns", () => {
    expect(
      translated("create table x (a int) partitioned by (p string) stored as orc"),
    ).toMatchObject({
      provider: "orc",
      columns: [{ name: "a" }, { name: "p" }],
      partitionedBy: [{ name: "identity", column: "p" }],
    });
  });
});

describe("CREATE VIEW", () => {
  test("the user's text is kept beside the translation", () => {
    expect(
      translated("create or replace temp view v (a comment 'x') as select i from u -- end"),
    ).toMatchObject({
      kind: "create-view",
      temporary: "local",
      columns: [{ name: "a", comment: "x" }],
      sparkSql: "select i from u",
      query: { duckSql: "SELECT * FROM (SELECT i FROM u) AS v(a)" },
    });
  });
});

describe("changing rows", () => {
  test("INSERT names its target, partition and mode", () => {
    expect(
      translated("insert overwrite table db.x partition (p = '1', q) select i from u"),
    ).toMatchObject({
      kind: "insert",
      target: { schema: "db", name: "x" },
      overwrite: true,
      byName: false,
      partition: [{ column: "p", duckSql: "'1'", text: "1" }, { column: "q" }],
      query: { duckSql: "SELECT i FROM u" },
    });
  });

  test("a WITH before INSERT belongs to its query", () => {
    expect(
      translated("with a as (select 1 as x) insert into u select x, 'w' from a"),
    ).toMatchObject({
      query: { duckSql: "WITH a AS (SELECT 1 AS x) SELECT x, 'w' AS w FROM a" },
    });
  });

  test("UPDATE and DELETE take the target's types", () => {
    expect(duckSql("update u set w = i where i > '1'")).toBe(
      "UPDATE u SET w = CAST(i AS VARCHAR) WHERE i > sp_string_to_int('1')",
    );
    expect(duckSql("delete from u as x where x.i = 1")).toBe("DELETE FROM u AS x WHERE x.i = 1");
  });

  test("MERGE with UPDATE SET * and INSERT * writes the columns out", () => {
    expect(
      duckSql(`merge into u using (select 1 as i, 'a' as w) s on u.i = s.i
        when matched and s.w = 'x' then delete
        when matched then update set *
        when not matched then insert *
        when not matched by source then update set w = null`),
    ).toBe(
      "MERGE INTO u USING (SELECT 1 AS i, 'a' AS w) AS s ON u.i = s.i " +
        "WHEN MATCHED AND s.w = 'x' THEN DELETE " +
        "WHEN MATCHED THEN UPDATE SET i = s.i, w = s.w " +
        "WHEN NOT MATCHED THEN INSERT (i, w) VALUES (s.i, s.w) " +
        "WHEN NOT MATCHED BY SOURCE THEN UPDATE SET w = CAST(NULL AS VARCHAR)",
    );
  });
});

describe("other statements come out as data", () => {
  test.each([
    [
      "drop table if exists db.x purge",
      { kind: "drop", what: "table", ifExists: true, purge: true },
    ],
    [
      "alter table x add columns (a int after b)",
      { action: "add-columns", columns: [{ name: "a", position: { after: "b" } }] },
    ],
    ["alter table x rename to y", { action: "rename", to: { name: "y" } }],
    [
      "alter table x alter column a comment 'c'",
      { action: "alter-column", path: ["a"], comment: "c" },
    ],
    [
      "alter table x drop partition (p = 1)",
      { action: "drop-partitions", partitions: [[{ column: "p", text: "1" }]] },
    ],
    [
      "show table extended in db like 'a*|b'",
      { what: "table-extended", schema: "db", like: "a*|b" },
    ],
    ["describe extended db.x", { kind: "describe", what: "table", extended: true }],
    [
      "set spark.sql.shuffle.partitions = 4",
      { kind: "set", key: "spark.sql.shuffle.partitions", value: "4" },
    ],
    ["use db", { kind: "use", schema: "db" }],
    ["comment on table x is null", { kind: "comment", comment: null }],
    ["refresh table x", { kind: "no-op", statement: "REFRESH TABLE", target: { name: "x" } }],
    ["create schema if not exists db", { kind: "create-schema", ifNotExists: true }],
    ["truncate table x", { kind: "truncate", duckSql: "DELETE FROM x" }],
  ])("%s", (text, expected) => {
    expect(translated(text)).toMatchObject(expected);
  });

  test("what has no translation says so with its place", () => {
    expect(failure("create function f as 'x'")).toMatchObject({ code: "NOT_SUPPORTED", at: "1:1" });
    expect(failure("select transform(i) using 'cat' from t")).toMatchObject({
      code: "NOT_SUPPORTED",
    });
  });
});
