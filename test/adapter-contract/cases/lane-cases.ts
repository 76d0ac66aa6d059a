import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";

/** Lanes are sessions side by side. */
export const LANE_CASES: readonly ContractCase[] = [
  {
    title: "temporary views belong to their lane",
    check: async ({ adapter, lane }) => {
      const other = await adapter.connect("other");
      try {
        await lane.execute("create or replace temporary view mine as select 1 a");
        await other.execute("create or replace temporary view mine as select 2 a");
        expect((await lane.execute("select a from mine")).rows).toEqual([[1]]);
        expect((await other.execute("select a from mine")).rows).toEqual([[2]]);
      } finally {
        await other.close();
      }
    },
  },
  {
    title: "rows are staged as typed views, whatever is in them",
    check: async ({ lane }) => {
      const text = 'it\'s \\ "q" \n ünï €';
      await lane.stageRows({
        view: "staged",
        columns: [
          { name: "id", type: "bigint" },
          { name: "odd `name`.x", type: "string" },
          { name: "day", type: "date" },
          { name: "price", type: "decimal(10,2)" },
          { name: "ok", type: "boolean" },
        ],
        rows: [
          ["1", text, "2024-02-29", "1.50", "true"],
          ["2", null, null, null, null],
        ],
      });
      const { columns, rows } = await lane.execute("select * from staged order by id");
      expect(columns.map(({ name, type }) => [name, type])).toEqual([
        ["id", "bigint"],
        ["odd `name`.x", "string"],
        ["day", "date"],
        ["price", "decimal(10,2)"],
        ["ok", "boolean"],
      ]);
      expect(rows.map(([, ...rest]) => rest)).toEqual([
        [text, "2024-02-29", "1.50", true],
        [null, null, null, null],
      ]);
    },
  },
  {
    title: "many rows are staged, and again under the same name",
    check: async ({ lane }) => {
      const columns = [{ name: "n", type: "int" }];
      const rows = Array.from({ length: 20_000 }, (_, at) => [String(at)]);
      await lane.stageRows({ view: "many", columns, rows: [["7"]] });
      await lane.stageRows({ view: "many", columns, rows });
      const count = await lane.execute("select count(*), sum(n) from many");
      expect(count.rows.map((row) => row.map(Number))).toEqual([[20_000, 199_990_000]]);
      await lane.stageRows({ view: "many", columns, rows: [] });
      expect((await lane.execute("select n from many")).rows).toEqual([]);
    },
  },
  {
    title: "settings and the current schema belong to their lane",
    check: async ({ adapter, lane, schema }) => {
      const other = await adapter.connect("other");
      try {
        await lane.execute(`use ${schema}`);
        await lane.execute("set contract.key = one");
        expect((await lane.execute("select current_schema()")).rows).toEqual([[schema]]);
        expect((await other.execute("select current_schema()")).rows).toEqual([["default"]]);
        expect((await other.execute("set contract.key")).rows).toEqual([
          ["contract.key", "<undefined>"],
        ]);
      } finally {
        await other.close();
      }
    },
  },
  {
    title: "many lanes create and replace tables at the same time",
    check: async ({ adapter, lane, schema }) => {
      const lanes = await Promise.all(
        Array.from({ length: 6 }, (_, at) => adapter.connect(`lane ${String(at)}`)),
      );
      try {
        const work = lanes.map(async (each, at) => {
          for (let round = 0; round < 3; round++) {
            await each.execute(
              `create or replace table ${schema}.own_${String(at)} using delta as select ${String(round)} n`,
            );
            await each.execute(
              `create or replace table ${schema}.shared using delta as select ${String(at)} n`,
            );
            await each.execute(`create schema if not exists ${schema}_side`);
          }
        });
        await Promise.all(work);
        const { rows } = await lane.execute(`show tables in ${schema}`);
        expect(rows).toHaveLength(7);
        expect((await lane.execute(`select n from ${schema}.own_3`)).rows).toEqual([[2]]);
      } finally {
        await adapter.catalog.dropSchema(`${schema}_side`);
        for (const each of lanes) await each.close();
      }
    },
  },
  {
    title: "statements of one lane run in the order in which they are given",
    check: async ({ lane, schema }) => {
      const steps = [
        lane.execute(`create table ${schema}.t (a int) using parquet`),
        lane.execute(`insert into ${schema}.t values (1)`),
        lane.execute(`select count(*) from ${schema}.t`),
      ];
      const answers = await Promise.all(steps);
      expect(answers[2]?.rows).toEqual([[1n]]);
    },
  },
  {
    title: "an aborted statement ends as interrupted, and the lane goes on",
    check: async ({ lane }) => {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort();
      }, 50);
      const endless = lane.execute(
        "select count(*) from range(100000000) a join range(1000000) b on a.id % 1000 = b.id % 1000",
        { signal: controller.signal },
      );
      await expect(endless).rejects.toMatchObject({ kind: "interrupted" });
      expect((await lane.execute("select 1")).rows).toEqual([[1]]);
    },
  },
  {
    title: "a closed lane refuses statements",
    check: async ({ adapter }) => {
      const lane = await adapter.connect("short");
      await lane.close();
      await expect(lane.execute("select 1")).rejects.toMatchObject({ code: "LANE_CLOSED" });
    },
  },
];
