import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";

/** Values as Spark prints them, types as Spark's DDL. Recorded from Spark 3.5.4, UTC, ANSI off. */
export const QUERY_CASES: readonly ContractCase[] = [
  {
    title: "a query answers with Spark's names and types",
    check: async ({ lane }) => {
      const { columns } = await lane.execute(
        "select 1 a, 2L b, 1.50 c, 'x' d, true e, 1.5D f, date'2024-01-31' g, count(*), cast(null as int) h",
      );
      expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
        "a int",
        "b bigint",
        "c decimal(3,2)",
        "d string",
        "e boolean",
        "f double",
        "g date",
        "count(1) bigint",
        "h int",
      ]);
    },
  },
  {
    title: "cells are the contract's values",
    check: async ({ lane }) => {
      const { rows } = await lane.execute(
        "select cast(1 as int), cast(1.50 as decimal(5,2)), timestamp'2024-01-31 10:00:00.5', array(1, null), map('k', 1), struct(1 as x, 'y' as y), x'4142', cast(null as string)",
      );
      const [[int, decimal, stamp, list, map, struct, bytes, none] = []] = rows;
      expect([int, decimal, stamp, none]).toEqual([1, "1.50", "2024-01-31 10:00:00.5", null]);
      expect([list, map, struct]).toEqual([[1, null], [["k", 1]], [1, "y"]]);
      expect(Buffer.from(bytes as Uint8Array).toString()).toBe("AB");
    },
  },
  {
    title: "limit fetches no more rows than asked for",
    check: async ({ lane }) => {
      const { rows } = await lane.execute("select id from range(1000)", { limit: 3 });
      expect(rows).toHaveLength(3);
    },
  },
  {
    title: "a zero divisor, a failed cast and an index out of range are NULL",
    check: async ({ lane }) => {
      const { rows } = await lane.execute("select 1 / 0, cast('x' as int), array(1)[5]");
      expect(rows).toEqual([[null, null, null]]);
    },
  },
  {
    title: "NULLs come first going up and last going down",
    check: async ({ lane }) => {
      const up = await lane.execute("select * from values (2), (null), (1) as t(a) order by a");
      const down = await lane.execute(
        "select * from values (2), (null), (1) as t(a) order by a desc",
      );
      expect(up.rows.flat()).toEqual([null, 1, 2]);
      expect(down.rows.flat()).toEqual([2, 1, null]);
    },
  },
  {
    title: "the session's time zone is UTC",
    check: async ({ lane }) => {
      const { rows } = await lane.execute("select cast(timestamp'2024-07-01 00:00:00Z' as string)");
      expect(rows).toEqual([["2024-07-01 00:00:00"]]);
    },
  },
];
