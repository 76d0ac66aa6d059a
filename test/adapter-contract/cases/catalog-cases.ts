import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";

/** The catalog contract, and Spark's own commands for the same facts. */
export const CATALOG_CASES: readonly ContractCase[] = [
  {
    title: "schemas are created, listed and dropped; doing it twice is no error",
    check: async ({ adapter: { catalog }, schema }) => {
      await catalog.createSchema(schema);
      expect(await catalog.listSchemas()).toContain(schema);
      await catalog.dropSchema(schema);
      await catalog.dropSchema(schema);
      expect(await catalog.listSchemas()).not.toContain(schema);
    },
  },
  {
    title: "relations are listed with kind and format, names in lower case",
    check: async ({ adapter, lane, schema }) => {
      await lane.execute(`create table ${schema}.Tab using delta as select 1 a`);
      await lane.execute(`create view ${schema}.v as select 1 a`);
      const found = await adapter.catalog.listRelations(schema);
      const listed = found.map(({ identifier, kind, provider }) => [identifier, kind, provider]);
      expect(listed.sort()).toEqual([
        ["tab", "table", "delta"],
        ["v", "view", undefined],
      ]);
    },
  },
  {
    title:
      "columns come with types, comments and whether they partition; undefined for what is not there",
    check: async ({ adapter: { catalog }, lane, schema }) => {
      await lane.execute(
        `create table ${schema}.t (id int comment 'key', p string) using parquet partitioned by (p)`,
      );
      const columns = await catalog.getColumns({ schema, identifier: "t" });
      const told = columns?.map((column) => ({ ...column, partition: column.partition ?? false }));
      expect(told).toEqual([
        { name: "id", type: "int", comment: "key", partition: false },
        { name: "p", type: "string", partition: true },
      ]);
      expect(await catalog.getColumns({ schema, identifier: "nothing" })).toBeUndefined();
    },
  },
  {
    title: "comments of a relation and its columns are set and shown",
    check: async ({ adapter: { catalog }, lane, schema }) => {
      await lane.execute(`create table ${schema}.t using parquet as select 1 a`);
      await catalog.setComments({ schema, identifier: "t" }, "it's a table; 100 %", { a: "one" });
      const { rows } = await lane.execute(`describe table extended ${schema}.t`);
      expect(rows[0]).toEqual(["a", "int", "one"]);
      expect(rows).toContainEqual(["Comment", "it's a table; 100 %", ""]);
    },
  },
  {
    title: "many nodes may change the catalog at the same time",
    check: async ({ adapter: { catalog }, lane, schema }) => {
      const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
      for (const name of names) {
        await lane.execute(`create table ${schema}.${name} using parquet as select 1 id`);
      }
      await Promise.all(
        names.map((identifier) => catalog.setComments({ schema, identifier }, identifier, {})),
      );
      const relations = await catalog.listRelations(schema);
      expect(relations.map(({ comment }) => comment).sort()).toEqual(names);
    },
  },
  {
    title: "describe gives everything that docs need, with statistics",
    check: async ({ adapter: { catalog }, lane, schema }) => {
      await lane.execute(`create table ${schema}.t using parquet as select id from range(10)`);
      const [table] = await catalog.describe(schema);
      expect(table).toMatchObject({
        identifier: "t",
        kind: "table",
        columns: [{ name: "id", type: "bigint" }],
      });
      expect(table?.location).toBeTruthy();
      expect(table?.statistics.find(({ id }) => id === "rows")?.value).toBe(10);
    },
  },
  {
    title: "SHOW TABLES, SHOW VIEWS and SHOW TABLE EXTENDED answer in Spark's columns",
    check: async ({ lane, schema }) => {
      await lane.execute(`create table ${schema}.t using parquet as select 1 a`);
      await lane.execute(`create view ${schema}.v as select 1 a`);
      const tables = await lane.execute(`show tables in ${schema}`);
      expect(tables.columns.map(({ name }) => name)).toEqual([
        "namespace",
        "tableName",
        "isTemporary",
      ]);
      expect(tables.rows.map(([, name]) => name)).toEqual(["t", "v"]);
      const views = await lane.execute(`show views in ${schema}`);
      expect(views.rows.map(([, name]) => name)).toEqual(["v"]);
      const extended = await lane.execute(`show table extended in ${schema} like '*'`);
      expect(extended.columns.at(-1)?.name).toBe("information");
      expect(extended.rows[1]?.[3]).toContain("Type: VIEW");
    },
  },
  {
    title: "properties are kept, shown and taken away",
    check: async ({ lane, schema }) => {
      await lane.execute(
        `create table ${schema}.t using parquet tblproperties ('a' = '1') as select 1 x`,
      );
      await lane.execute(`alter table ${schema}.t set tblproperties ('b' = '2')`);
      await lane.execute(`alter table ${schema}.t unset tblproperties ('a')`);
      const { rows } = await lane.execute(`show tblproperties ${schema}.t`);
      expect(rows).toContainEqual(["b", "2"]);
      expect(rows).not.toContainEqual(["a", "1"]);
    },
  },
  {
    title: "partitions are listed as Spark writes them",
    check: async ({ lane, schema }) => {
      await lane.execute(
        `create table ${schema}.t using parquet partitioned by (a, b) as select * from values (0, 1, 'x/y'), (0, 2, null) as v(n, a, b)`,
      );
      const { rows } = await lane.execute(`show partitions ${schema}.t`);
      expect(rows.flat()).toEqual(["a=1/b=x%2Fy", "a=2/b=__HIVE_DEFAULT_PARTITION__"]);
    },
  },
];
