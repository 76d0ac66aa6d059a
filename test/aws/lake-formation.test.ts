import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Governance } from "../../src/adapter/governance.ts";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import type { AwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import { lakeFormationGovernance } from "../../src/adapters/session/lake-formation/lake-formation-governance.ts";
import type { JsonObject } from "../../src/util/json.ts";
import { startLakeFormation } from "./lake-formation-server.ts";
import type { LakeFormationServer } from "./lake-formation-server.ts";

const TABLE = { schema: "Sales", identifier: "Orders" };
const ALICE = "arn:aws:iam::123456789012:role/alice";
const BOB = "arn:aws:iam::123456789012:role/bob";

let server: LakeFormationServer;
let clients: AwsClients;
let governance: Governance;

beforeEach(async () => {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  server = await startLakeFormation();
  clients = createAwsClients({
    region: "eu-west-1",
    endpointUrl: server.url,
    retryMode: "standard",
    maxAttempts: 1,
  });
  governance = lakeFormationGovernance(clients, "123456789012");
});

afterEach(async () => {
  await clients.close();
  server.close();
});

describe("lf_tags_config", () => {
  const config = {
    enabled: true,
    tags_database: { team: "sales" },
    tags_table: { level: "gold" },
    tags_columns: { pii: { yes: ["Email", "phone"], no: ["id"] } },
  };

  beforeEach(() => {
    server.tags.set("team", ["sales"]).set("level", ["gold", "silver"]).set("pii", ["yes", "no"]);
  });

  it("assigns tags to the database, the table and its columns, and says so", async () => {
    expect(await governance.applyTags(TABLE, config)).toEqual([
      "Assigned the LF-tag team=sales to database sales.",
      "Assigned the LF-tag level=gold to table sales.orders.",
      "Assigned the LF-tag pii=yes to columns email, phone of sales.orders.",
      "Assigned the LF-tag pii=no to column id of sales.orders.",
    ]);
    expect(server.changes).toHaveLength(4);
  });

  it("changes nothing where everything is right already", async () => {
    await governance.applyTags(TABLE, config);
    server.changes.length = 0;
    expect(await governance.applyTags(TABLE, config)).toEqual([]);
    expect(server.changes).toEqual([]);
  });

  it("changes another value, and leaves tags that it does not name", async () => {
    await governance.applyTags(TABLE, config);
    const changed = { enabled: true, tags_table: { level: "silver" } };
    expect(await governance.applyTags(TABLE, changed)).toEqual([
      "Assigned the LF-tag level=silver to table sales.orders.",
    ]);
  });

  it("removes what it does not name, where drop_existing says so", async () => {
    await governance.applyTags(TABLE, config);
    const fewer = {
      enabled: true,
      drop_existing: true,
      tags_columns: { pii: { yes: ["email"] } },
    };
    expect(await governance.applyTags(TABLE, fewer)).toEqual([
      "Removed the LF-tag level=gold from table sales.orders.",
      "Removed the LF-tag pii=yes from column phone of sales.orders.",
      "Removed the LF-tag pii=no from column id of sales.orders.",
    ]);
    expect(await governance.applyTags(TABLE, fewer)).toEqual([]);
  });

  it("fails when Lake Formation answers that it did not assign a tag", async () => {
    const config = { enabled: true, tags_table: { nosuch: "tag" } };
    await expect(governance.applyTags(TABLE, config)).rejects.toMatchObject({
      code: "LAKE_FORMATION_FAILED",
      message:
        "Lake Formation did not assign the LF-tag nosuch=tag (table sales.orders): Tag does not exist.",
    });
  });

  it("waits for somebody else's change, and fails where there is no end to them", async () => {
    server.conflicts = 3;
    const config = { enabled: true, tags_table: { level: "gold" } };
    expect(await governance.applyTags(TABLE, config)).toHaveLength(1);
    server.conflicts = 99;
    const other = { enabled: true, tags_table: { level: "silver" } };
    await expect(governance.applyTags(TABLE, other)).rejects.toThrow(
      /ConcurrentModificationException/,
    );
  });

  it("of many models of one database is assigned to the database once", async () => {
    const config = { enabled: true, tags_database: { team: "sales" } };
    const names = ["a", "b", "c", "d"];
    const done = await Promise.all(
      names.map((identifier) => governance.applyTags({ schema: "sales", identifier }, config)),
    );
    expect(done.flat()).toEqual(["Assigned the LF-tag team=sales to database sales."]);
  });
});

describe("lf_grants", () => {
  const filters = (given: JsonObject, rest: JsonObject = {}): JsonObject => ({
    data_cell_filters: { enabled: true, filters: given, ...rest },
  });

  it("creates filters of rows and columns, and lets principals read through them", async () => {
    const config = filters({
      eu: { row_filter: "region = 'eu'", principals: [ALICE], column_names: ["Id", "region"] },
      rest: { principals: [BOB], excluded_column_names: ["email"] },
    });
    expect(await governance.applyCellFilters(TABLE, config)).toEqual([
      "Created the data cell filter eu of sales.orders.",
      `Granted SELECT through the data cell filter eu of sales.orders to ${ALICE}.`,
      "Created the data cell filter rest of sales.orders.",
      `Granted SELECT through the data cell filter rest of sales.orders to ${BOB}.`,
    ]);
    server.changes.length = 0;
    expect(await governance.applyCellFilters(TABLE, config)).toEqual([]);
    expect(server.changes).toEqual([]);
  });

  it("updates a filter whose rows or columns differ, not one in another order", async () => {
    const filter = { row_filter: "a > 1", principals: [ALICE], column_names: ["a", "b"] };
    await governance.applyCellFilters(TABLE, filters({ f: filter }));
    const reordered = { ...filter, column_names: ["b", "A"] };
    expect(await governance.applyCellFilters(TABLE, filters({ f: reordered }))).toEqual([]);
    for (const change of [
      { ...filter, row_filter: "a > 2" },
      { row_filter: "a > 2", principals: [ALICE] },
      { row_filter: "a > 2", principals: [ALICE], excluded_column_names: ["c"] },
    ])
      expect(await governance.applyCellFilters(TABLE, filters({ f: change }))).toEqual([
        "Updated the data cell filter f of sales.orders.",
      ]);
  });

  it("revokes from principals that it does not name, and deletes filters only when told", async () => {
    const many = Array.from({ length: 45 }, (_, i) => `${ALICE}-${i}`);
    const all = filters({
      a: { row_filter: "x", principals: many },
      b: { row_filter: "x" },
      c: { row_filter: "x" },
    });
    expect(await governance.applyCellFilters(TABLE, all)).toHaveLength(3 + 45);
    const one = { a: { row_filter: "x", principals: [BOB] } };
    expect(await governance.applyCellFilters(TABLE, filters(one))).toHaveLength(45 + 1);
    expect(await governance.applyCellFilters(TABLE, filters(one, { drop_existing: true }))).toEqual(
      [
        "Deleted the data cell filter b of sales.orders.",
        "Deleted the data cell filter c of sales.orders.",
      ],
    );
  });

  it("fails when Lake Formation answers that it did not grant", async () => {
    server.unknownPrincipals.add(BOB);
    const config = filters({ f: { row_filter: "x", principals: [ALICE, BOB] } });
    await expect(governance.applyCellFilters(TABLE, config)).rejects.toMatchObject({
      code: "LAKE_FORMATION_FAILED",
      message: `Lake Formation did not grant SELECT to ${BOB}: Invalid principal.`,
    });
  });
});

describe("a config of Lake Formation", () => {
  it("does nothing unless it is enabled", async () => {
    expect(await governance.applyTags(TABLE, { tags_table: { a: "b" } })).toEqual([]);
    expect(await governance.applyTags(TABLE, {})).toEqual([]);
    const filters = { data_cell_filters: { filters: { f: { row_filter: "x" } } } };
    expect(await governance.applyCellFilters(TABLE, filters)).toEqual([]);
    expect(await governance.applyGrants(TABLE, {}, true)).toEqual([]);
    expect(server.changes).toEqual([]);
  });

  it.each<[JsonObject, RegExp]>([
    [{ enabled: "yes" }, /"enabled" is neither true nor false/],
    [{ tag_table: { a: "b" } }, /"tag_table" is none of the keys/],
    [{ tags_table: ["a"] }, /"tags_table" is not a map/],
    [{ tags_columns: { pii: { yes: { a: 1 } } } }, /"tags_columns.pii.yes" is not a list/],
  ])("is refused where it is written in another way: %j", async (config, message) => {
    await expect(governance.applyTags(TABLE, config)).rejects.toThrow(message);
  });

  it.each<[JsonObject, RegExp]>([
    [{ filters: {} }, /"filters" is none of the keys/],
    [{ data_cell_filters: { filters: { f: { rows: "x" } } } }, /"rows" is none of the keys of "f"/],
    [
      {
        data_cell_filters: {
          filters: { f: { column_names: ["a"], excluded_column_names: ["b"] } },
        },
      },
      /the filter "f" has column_names and excluded_column_names/,
    ],
  ])("is refused where its filters are written in another way: %j", async (config, message) => {
    await expect(governance.applyCellFilters(TABLE, config)).rejects.toThrow(message);
  });

  it.each<[JsonObject, RegExp]>([
    [{ select: ["alice"] }, /"select" is granted to "alice", which is no principal of AWS/],
    [{ read: [ALICE] }, /"read" is no permission that Lake Formation grants on a table/],
  ])("is refused where its grants are none of AWS: %j", async (config, message) => {
    await expect(governance.applyGrants(TABLE, config, true)).rejects.toThrow(message);
  });
});
