import { describe, expect, it } from "vitest";
import { drawTable } from "./draw-table.ts";
import { rowsAsJson } from "./rows-as-json.ts";

// Expected tables and JSON were printed by dbt-common 1.39 with agate.

const columns = [
  { name: "id", type: "int" },
  { name: "name", type: "string" },
  { name: "amount", type: "decimal(10,2)" },
  { name: "x", type: "double" },
  { name: "ok", type: "boolean" },
  { name: "d", type: "date" },
  { name: "t", type: "timestamp" },
];
const rows = [
  [
    1,
    "Ada Lovelace the first of her name",
    "1234.50",
    1.25,
    true,
    "2024-01-02",
    "2024-01-02 03:04:05",
  ],
  [20, null, "0.25", 0.12345, false, null, "2024-01-02 03:04:05.06"],
];

describe("a table of show", () => {
  it("cuts wide cells, decimals and columns as agate does", () => {
    expect(drawTable(columns, rows)).toBe(
      [
        "| id | name                 |   amount |      x |    ok |          d | ... |",
        "| -- | -------------------- | -------- | ------ | ----- | ---------- | --- |",
        "|  1 | Ada Lovelace the ... | 1,234.50 | 1.250… |  True | 2024-01-02 | ... |",
        "| 20 |                      |     0.25 | 0.123… | False |            | ... |",
        "",
      ].join("\n"),
    );
  });

  it("shows whole doubles without a point and lists as JSON", () => {
    const some = [
      { name: "a", type: "double" },
      { name: "arr", type: "array<int>" },
    ];
    expect(
      drawTable(some, [
        [1, [1, 2]],
        [2, null],
      ]),
    ).toBe(["| a | arr    |", "| - | ------ |", "| 1 | [1, 2] |", "| 2 |        |", ""].join("\n"));
  });

  it("has only a head where there are no rows", () => {
    expect(drawTable([{ name: "a", type: "int" }], [])).toBe("| a |\n| - |\n");
  });
});

describe("rows as JSON", () => {
  it("keeps numbers, and writes times in ISO form", () => {
    expect(JSON.parse(rowsAsJson(columns, rows))).toEqual([
      {
        id: 1,
        name: "Ada Lovelace the first of her name",
        amount: 1234.5,
        x: 1.25,
        ok: true,
        d: "2024-01-02",
        t: "2024-01-02T03:04:05",
      },
      {
        id: 20,
        name: null,
        amount: 0.25,
        x: 0.12345,
        ok: false,
        d: null,
        t: "2024-01-02T03:04:05.060000",
      },
    ]);
  });

  it("writes large integers and doubles without loss", () => {
    const wide = [
      { name: "b", type: "bigint" },
      { name: "d", type: "double" },
    ];
    expect(rowsAsJson(wide, [[9007199254740993n, 1.2345678901234568e16]])).toContain(
      '"b": 9007199254740993,\n      "d": 1.2345678901234568e+16',
    );
  });
});
