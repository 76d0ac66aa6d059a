import { expect } from "vitest";
import type { ContractCase, ContractWorld } from "../contract-case.ts";

async function deltaTable({ lane, schema }: ContractWorld): Promise<string> {
  const table = `${schema}.t`;
  await lane.execute(`create table ${table} (id int, v string) using delta`);
  await lane.execute(`insert into ${table} values (1, 'a'), (2, 'b')`);
  return table;
}

/** MERGE, UPDATE, DELETE, and what Spark refuses to store. */
export const CHANGE_CASES: readonly ContractCase[] = [
  {
    title: "MERGE updates what matches and inserts the rest",
    check: async (world) => {
      const table = await deltaTable(world);
      await world.lane.execute(
        `merge into ${table} t using (select 2 id, 'x' v union all select 3, 'y') s on t.id = s.id when matched then update set * when not matched then insert *`,
      );
      const { rows } = await world.lane.execute(`select * from ${table} order by id`);
      expect(rows).toEqual([
        [1, "a"],
        [2, "x"],
        [3, "y"],
      ]);
    },
  },
  {
    title: "MERGE refuses several source rows for one target row",
    check: async (world) => {
      const table = await deltaTable(world);
      const merge = world.lane.execute(
        `merge into ${table} t using (select 2 id, 'x' v union all select 2, 'y') s on t.id = s.id when matched then update set *`,
      );
      await expect(merge).rejects.toThrow(/MULTIPLE_SOURCE_ROW|multiple source rows/i);
    },
  },
  {
    title: "UPDATE and DELETE change rows",
    check: async (world) => {
      const table = await deltaTable(world);
      await world.lane.execute(`update ${table} set v = 'z' where id = 1`);
      await world.lane.execute(`delete from ${table} where id = 2`);
      expect((await world.lane.execute(`select * from ${table}`)).rows).toEqual([[1, "z"]]);
    },
  },
  {
    title: "a parquet table takes no MERGE, UPDATE or DELETE",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.p using parquet as select 1 a`);
      await expect(lane.execute(`delete from ${schema}.p where a = 1`)).rejects.toMatchObject({
        kind: "database",
      });
      await expect(lane.execute(`update ${schema}.p set a = 2`)).rejects.toMatchObject({
        kind: "database",
      });
      const merge = `merge into ${schema}.p t using (select 1 a) s on s.a = t.a when matched then update set *`;
      await expect(lane.execute(merge)).rejects.toMatchObject({ kind: "database" });
    },
  },
  {
    title: "INSERT stores under ANSI rules: unsafe types and overflows are errors",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t (a int) using parquet`);
      await expect(lane.execute(`insert into ${schema}.t values ('x')`)).rejects.toThrow(
        "CANNOT_SAFELY_CAST",
      );
      await expect(lane.execute(`insert into ${schema}.t values (99999999999)`)).rejects.toThrow(
        /OVERFLOW/,
      );
      await lane.execute(`insert into ${schema}.t values (1.9)`);
      expect((await lane.execute(`select * from ${schema}.t`)).rows).toEqual([[1]]);
    },
  },
  {
    title: "NOT NULL of a delta table is enforced",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t (a int not null) using delta`);
      await expect(lane.execute(`insert into ${schema}.t values (null)`)).rejects.toThrow(
        /NOT.?NULL/i,
      );
    },
  },
];
