import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { openSessionFixture } from "./session-fixture.ts";
import type { SessionFixture } from "./session-fixture.ts";

let fixture: SessionFixture;
let adapter: Adapter;

beforeEach(async () => {
  fixture = await openSessionFixture();
  adapter = fixture.open();
});

afterEach(() => fixture.close());

describe("a Glue session over the embedded endpoint", () => {
  it("costs nothing until the first statement", async () => {
    await adapter.connect("master");
    expect(fixture.endpoint.calls.get("CreateSession")).toBeUndefined();
  });

  it("returns typed rows", async () => {
    const lane = await adapter.connect("model.x");
    const { columns, rows } = await lane.execute(
      "select 1 as a, 'it\\'s' as b, cast(1.50 as decimal(10,2)) as c, cast(null as date) as d",
    );
    expect(columns).toEqual([
      { name: "a", type: "int" },
      { name: "b", type: "string" },
      { name: "c", type: "decimal(10,2)" },
      { name: "d", type: "date" },
    ]);
    expect(rows).toEqual([[1, "it's", "1.50", null]]);
  });

  it("runs the work of several lanes in one session, with fewer statements than queries", async () => {
    const lanes = await Promise.all(["a", "b", "c", "d"].map((name) => adapter.connect(name)));
    const results = await Promise.all(
      lanes.flatMap((lane, i) => [
        lane.execute(`select ${i} as n`),
        lane.execute(`select ${i} + 10 as n`),
      ]),
    );
    expect(results.map((r) => r.rows[0]?.[0])).toEqual([0, 10, 1, 11, 2, 12, 3, 13]);
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(1);
    expect(fixture.endpoint.calls.get("RunStatement")).toBeLessThan(8);
  });

  it("fetches a large result in pages", async () => {
    const lane = await adapter.connect("big");
    const { rows } = await lane.execute("select id, repeat('x', 1000) as t from range(2000)");
    expect(rows).toHaveLength(2000);
    expect(rows[1999]?.[0]).toBe(1999n);
  });

  it("reports what Spark said when a statement fails, and goes on", async () => {
    const lane = await adapter.connect("model.x");
    await expect(lane.execute("select * from no_such_table")).rejects.toThrow(/no_such_table/);
    expect((await lane.execute("select 2 as n")).rows).toEqual([[2]]);
  });
});
