import { expect } from "vitest";
import type { Connection } from "../../../src/adapter/connection.ts";
import type { ContractCase } from "../contract-case.ts";

async function columnsOf(lane: Connection, relation: string): Promise<readonly string[]> {
  const { rows } = await lane.execute(`describe table ${relation}`);
  const described = rows.map(([name, type]) => [String(name), String(type)] as const);
  const end = described.findIndex(([name]) => name === "" || name.startsWith("#"));
  return described.slice(0, end < 0 ? undefined : end).map((column) => column.join(" "));
}

/** Tables and views keep Spark's types, formats and rules. */
export const TABLE_CASES: readonly ContractCase[] = [
  {
    title: "CREATE TABLE AS SELECT keeps Spark's types, sums as bigint",
    check: async ({ lane, schema }) => {
      await lane.execute(
        `create table ${schema}.t using parquet as select sum(1) s, count(*) c, 1.5 d, array(struct(1 as x)) a`,
      );
      expect(await columnsOf(lane, `${schema}.t`)).toEqual([
        "s bigint",
        "c bigint",
        "d decimal(2,1)",
        "a array<struct<x:int>>",
      ]);
    },
  },
  {
    title: "partition columns of a parquet table go last, those of a delta table stay",
    check: async ({ lane, schema }) => {
      const query = "as select 1 p, 'x' v";
      await lane.execute(`create table ${schema}.a using parquet partitioned by (p) ${query}`);
      await lane.execute(`create table ${schema}.b using delta partitioned by (p) ${query}`);
      expect(await columnsOf(lane, `${schema}.a`)).toEqual(["v string", "p int"]);
      expect(await columnsOf(lane, `${schema}.b`)).toEqual(["p int", "v string"]);
    },
  },
  {
    title: "CREATE OR REPLACE TABLE puts new columns and rows in the old ones' place",
    check: async ({ adapter, lane, schema }) => {
      const [format = "delta"] = adapter.capabilities.replaceFormats;
      await lane.execute(`create or replace table ${schema}.t using ${format} as select 1 a`);
      await lane.execute(`create or replace table ${schema}.t using ${format} as select 'x' b`);
      expect((await lane.execute(`select * from ${schema}.t`)).rows).toEqual([["x"]]);
      expect(await columnsOf(lane, `${schema}.t`)).toEqual(["b string"]);
    },
  },
  {
    title: "a view follows its table's rows and keeps its own columns",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t using delta as select 1 a`);
      await lane.execute(`create view ${schema}.v as select * from ${schema}.t`);
      await lane.execute(`create or replace table ${schema}.t using delta as select 2 a, 3 b`);
      expect((await lane.execute(`select * from ${schema}.v`)).rows).toEqual([[2]]);
    },
  },
  {
    title:
      "INSERT OVERWRITE replaces the table, a static partition, or under dynamic the partitions it brings",
    check: async ({ lane, schema }) => {
      const rows = async (): Promise<unknown> =>
        (await lane.execute(`select * from ${schema}.t order by id`)).rows;
      await lane.execute(
        `create table ${schema}.t (id int, p string) using parquet partitioned by (p)`,
      );
      await lane.execute(`insert into ${schema}.t values (1, 'a'), (2, 'b')`);
      await lane.execute(`insert overwrite ${schema}.t partition (p = 'a') values (3)`);
      expect(await rows()).toEqual([
        [2, "b"],
        [3, "a"],
      ]);
      await lane.execute("set spark.sql.sources.partitionOverwriteMode = dynamic");
      await lane.execute(`insert overwrite ${schema}.t values (4, 'b')`);
      expect(await rows()).toEqual([
        [3, "a"],
        [4, "b"],
      ]);
      await lane.execute("set spark.sql.sources.partitionOverwriteMode = static");
      await lane.execute(`insert overwrite ${schema}.t values (5, 'c')`);
      expect(await rows()).toEqual([[5, "c"]]);
    },
  },
  {
    title: "ALTER TABLE ADD COLUMNS gives old rows NULLs",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t using parquet as select 1 a`);
      await lane.execute(`alter table ${schema}.t add columns (b string comment 'new')`);
      expect((await lane.execute(`select * from ${schema}.t`)).rows).toEqual([[1, null]]);
    },
  },
  {
    title:
      "columns of a view and of CREATE TABLE AS SELECT keep the comments of the columns they are",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t (id int comment 'key', v int) using parquet`);
      await lane.execute(`create view ${schema}.v as select id, v + 1 w from ${schema}.t`);
      const { rows } = await lane.execute(`describe table ${schema}.v`);
      expect(rows).toEqual([
        ["id", "int", "key"],
        ["w", "int", null],
      ]);
    },
  },
];
