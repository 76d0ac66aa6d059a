import { expect, test } from "vitest";
import type { ColumnInfo, Constraint } from "../manifest/node-parts.ts";
import { contractChecksum } from "./contract-checksum.ts";

// Checksums that dbt-core 1.12.6 wrote.

test("columns and types count, in whatever order they are listed", () => {
  const columns = [column("id", "bigint"), column("kind", "string"), column("day", "date")];
  const expected = "71a55a28a7ee86b4fc567edbcb75e144e52b73f205ef210efaaf49c5ca2cac30";
  expect(checksum(columns, [], "view")).toBe(expected);
  expect(checksum([...columns].reverse(), [], "view")).toBe(expected);
});

test("constraints count for tables", () => {
  const key = constraint("primary_key", {
    name: "pk_parent",
    warn_unenforced: false,
    columns: ["id", "region"],
  });
  expect(checksum([column("id", "int"), column("region", "int")], [key], "table")).toBe(
    "e84c6550420cb17cee4ece27c33df9a7d593188569999bcfa3d68aa0145c2295",
  );
});

test("constraints of columns and every kind of value count as Python prints them", () => {
  const columns = [
    column("id", "int", [constraint("primary_key"), constraint("not_null")]),
    column("parent_id", "int", [
      constraint("foreign_key", { expression: "other_db.tab (id)" }),
      constraint("foreign_key", { to: "source('ext', 'dim')", to_columns: ["id"] }),
    ]),
    column("region", "int", [constraint("unique", { name: "uq_region" })]),
    column("amount", "int", [
      constraint("check", {
        expression: "amount >= 0",
        warn_unenforced: false,
        warn_unsupported: false,
      }),
    ]),
    column("code", "string", [constraint("custom", { expression: "mask 'none'" })]),
  ];
  const constraints = [
    constraint("foreign_key", {
      to: "ref('parent')",
      to_columns: ["id", "region"],
      columns: ["parent_id", "region"],
    }),
    constraint("check", {
      name: "amount_over_id",
      expression: "amount > id",
      columns: ["amount", "id"],
    }),
    constraint("unique", { warn_unsupported: false, columns: ["id", "region"] }),
    constraint("custom", { expression: "cluster by (region)", columns: [] }),
  ];
  expect(checksum(columns, constraints, "table")).toBe(
    "772d4b9d3bf00fd190ca9819fb2489359b6c1c2c24a35779831d6f0370287176",
  );
});

function checksum(
  columns: readonly ColumnInfo[],
  constraints: readonly Constraint[],
  materialized: string,
): string {
  return contractChecksum({
    columns: Object.fromEntries(columns.map((each) => [each.name, each])),
    constraints,
    materialized,
  });
}

function column(name: string, type: string, constraints: readonly Constraint[] = []): ColumnInfo {
  return {
    name,
    description: "",
    meta: {},
    data_type: type,
    constraints,
    quote: null,
    config: { meta: {}, tags: [] },
    tags: [],
    granularity: null,
    dimension: null,
    entity: null,
    doc_blocks: [],
  };
}

function constraint(type: string, facts: Partial<Constraint> = {}): Constraint {
  const { columns, ...rest } = facts;
  return {
    type,
    name: null,
    expression: null,
    warn_unenforced: true,
    warn_unsupported: true,
    to: null,
    to_columns: [],
    ...rest,
    ...(columns === undefined ? {} : { columns }),
  };
}
