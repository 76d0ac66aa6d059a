import { afterAll, beforeAll, expect, test } from "vitest";
import type { SparkType } from "../../../sql/spark-type.ts";
import type { CreateTableTranslation } from "../../../sql/table-translation.ts";
import type { TranslatedQuery } from "../../../sql/translated-query.ts";
import { openLane, type Lane } from "../engine/lane.ts";
import { closeWarehouse, openWarehouse, type Warehouse } from "../engine/warehouse.ts";
import { runTranslation } from "./run-translation.ts";

let warehouse: Warehouse;
let lane: Lane;

beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:", now: () => 0 });
  lane = await openLane(warehouse, "test");
});
afterAll(() => closeWarehouse(warehouse));

const int: SparkType = { kind: "int" };
const query = (duckSql: string, ...columns: readonly [string, SparkType][]): TranslatedQuery => ({
  duckSql,
  columns: columns.map(([name, type]) => ({ name, type })),
});
const createTable = (name: string, from: TranslatedQuery): CreateTableTranslation => ({
  kind: "create-table",
  target: { name },
  orReplace: false,
  mustExist: false,
  ifNotExists: false,
  external: false,
  columns: [],
  query: from,
  provider: "parquet",
  partitionedBy: [],
  options: {},
  properties: {},
});

test("a query answers with the names and types of the front end", async () => {
  const asked = query("select count(*)", ["count(1)", { kind: "bigint" }]);
  const result = await runTranslation(lane, { kind: "query", ...asked }, {});
  expect(result.columns).toEqual([{ name: "count(1)", type: "bigint" }]);
  expect(result.rows).toEqual([[1n]]);
});

test("partition columns of a parquet table go last", async () => {
  const from = query("select 1, 'x'", ["p", int], ["v", { kind: "string" }]);
  await runTranslation(
    lane,
    {
      ...createTable("parted", from),
      partitionedBy: [{ name: "identity", column: "p", text: "p" }],
    },
    {},
  );
  const described = await runTranslation(
    lane,
    { kind: "describe", what: "table", target: { name: "parted" }, extended: false },
    {},
  );
  expect(described.rows.slice(0, 2)).toEqual([
    ["v", "string", null],
    ["p", "int", null],
  ]);
  const shown = await runTranslation(
    lane,
    { kind: "show", what: "partitions", target: { name: "parted" } },
    {},
  );
  expect(shown.rows).toEqual([["p=1"]]);
});

test("a table of any format is replaced in one statement", async () => {
  await runTranslation(lane, createTable("r", query("select 1", ["a", int])), {});
  const next = createTable("r", query("select 'x'", ["b", { kind: "string" }]));
  await runTranslation(lane, { ...next, orReplace: true }, {});
  const read = query("select * from r", ["b", { kind: "string" }]);
  const { rows } = await runTranslation(lane, { kind: "query", ...read }, {});
  expect(rows).toEqual([["x"]]);
});
