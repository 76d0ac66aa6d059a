import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLocalWarehouse, type LocalWarehouse } from "../../src/local.ts";

// Expected: what Spark 3.5.4 answers, rows as text.
let warehouse: LocalWarehouse;

beforeAll(async () => {
  warehouse = await openLocalWarehouse({ path: ":memory:", timeZone: "America/Los_Angeles" });
});
afterAll(() => warehouse.close());

async function rowsOf(sql: string): Promise<string[]> {
  const { rows } = await warehouse.execute(`select cast(struct(*) as string) from (${sql})`);
  return rows.map(([text]) => String(text)).sort();
}

describe("window()", () => {
  const times = "values (timestamp'2020-01-01 00:00:00'), (timestamp'2020-01-01 00:07:00'), (null)";

  test("counts rows per window, leaving out those without a time", async () => {
    const sql = `select window.start, count(*) from ${times} t(ts) group by window(ts, '5 minutes')`;
    expect(await rowsOf(sql)).toEqual(["{2020-01-01 00:00:00, 1}", "{2020-01-01 00:05:00, 1}"]);
  });

  test("gives a row per window where they overlap", async () => {
    const sql =
      "select window(ts, '10 minutes', '5 minutes') from values (timestamp'2020-01-01 00:07:00') t(ts)";
    expect(await rowsOf(sql)).toEqual([
      "{{2020-01-01 00:00:00, 2020-01-01 00:10:00}}",
      "{{2020-01-01 00:05:00, 2020-01-01 00:15:00}}",
    ]);
  });

  test("is not part of *, and window_time is its last moment", async () => {
    const sql =
      "select *, window_time(window(d, '1 week')) as w from values (date'2020-01-01') t(d)";
    expect(await rowsOf(sql)).toEqual(["{2020-01-01, 2020-01-01 15:59:59.999999}"]);
  });
});

test("a key that is in no grouping set is NULL", async () => {
  const sql =
    "select a, b, sum(1) from values (1, 2), (3, 4) t(a, b) group by a, b grouping sets ((a))";
  expect(await rowsOf(sql)).toEqual(["{1, null, 1}", "{3, null, 1}"]);
});

test("a shared column of a nested NATURAL FULL JOIN keeps its name outside", async () => {
  const side = (name: string, at: number): string => `(select 1 as k, ${at} as ${name})`;
  const sql = `select * from ${side("a", 1)} x natural full join (select * from ${side("b", 2)} y natural full join ${side("c", 3)} z) q`;
  expect(await rowsOf(sql)).toEqual(["{1, 1, 2, 3}"]);
});

test("IN a query is unknown for NULL in an outer join's condition, and false elsewhere", async () => {
  const none = "(select 1 as e where false)";
  const sql = (condition: string): string =>
    `select * from values (1), (null) t(c) left join values (2) u(d) on ${condition}`;
  expect(await rowsOf(sql(`(c in ${none}) is null`))).toEqual(["{1, null}", "{null, 2}"]);
  expect(await rowsOf(`select c in ${none} from values (null) t(c)`)).toEqual(["{false}"]);
});

test("array_sort takes a comparator", async () => {
  const sql =
    "select array_sort(array('a', 'bbb', null, 'cc'), (l, r) -> coalesce(length(r), 0) - coalesce(length(l), 0))";
  expect(await rowsOf(sql)).toEqual(["{[bbb, cc, a, null]}"]);
});

test("identifier() spells a name", async () => {
  expect(await rowsOf("select identifier('t.' || 'a') from values (1) t(a)")).toEqual(["{1}"]);
});

test("percentiles over a window, from either end", async () => {
  const share = "percentile_cont(0.25) within group (order by a";
  const sql = `select ${share}) over () as up, ${share} desc) over () as down from values (1), (2), (7) t(a)`;
  expect(await rowsOf(`select distinct up, down from (${sql})`)).toEqual(["{1.5, 4.5}"]);
});
