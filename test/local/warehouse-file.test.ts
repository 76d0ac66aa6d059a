import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLocalWarehouse } from "../../src/local.ts";

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "warehouse-"));
  // Inside the package, so that it finds DuckDB.
  bundle = join(import.meta.dirname, "../../.cache/local-under-test.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "../../src/local.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["@duckdb/*"],
    banner: {
      js: 'import { createRequire as c } from "node:module"; const require = c(import.meta.url);',
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (name: string): string => join(folder, `${name}.duckdb`);

/** Runs statements on the warehouse in another process, which says so after each. */
function inOtherProcess(path: string, statements: readonly string[]): ChildProcess {
  const script = `
    const { openLocalWarehouse } = await import(${JSON.stringify(bundle)});
    const warehouse = await openLocalWarehouse({ path: ${JSON.stringify(path)} });
    for (const sql of ${JSON.stringify(statements)}) { await warehouse.execute(sql); console.log("done"); }
    setTimeout(() => {}, 60_000);`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function nextLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    child.stdout?.once("data", (data) => {
      resolve(String(data));
    }),
  );
}

test("a warehouse that is opened again has its tables, views, comments and settings", async () => {
  const path = pathOf("again");
  const first = await openLocalWarehouse({ path });
  await first.execute("create database shop comment 'all of it'");
  await first.execute(
    "create table shop.t using delta comment 'c' tblproperties ('k' = 'v') as select 1 a",
  );
  await first.execute("create view shop.v as select a + 1 b from shop.t");
  await first.close();
  const second = await openLocalWarehouse({ path });
  expect((await second.execute("select * from shop.v")).rows).toEqual([[2]]);
  const described = await second.execute("describe table extended shop.t");
  expect(described.rows).toContainEqual(["Comment", "c", ""]);
  expect((await second.execute("show create table shop.v")).rows[0]?.[0]).toContain(
    "select a + 1 b from shop.t",
  );
  await second.close();
});

test("two openings in one process share the file", async () => {
  const path = pathOf("shared");
  const first = await openLocalWarehouse({ path });
  const second = await openLocalWarehouse({ path, timeZone: "Asia/Tokyo" });
  await first.execute("create table t using delta as select timestamp'2024-01-01 00:00:00' a");
  await first.close();
  expect((await second.execute("select a from t")).rows).toEqual([["2024-01-01 09:00:00"]]);
  await second.close();
});

test("a second process is told who holds the warehouse", async () => {
  const path = pathOf("held");
  const holder = inOtherProcess(path, ["select 1"]);
  try {
    await nextLine(holder);
    const second = openLocalWarehouse({ path });
    await expect(second).rejects.toMatchObject({ code: "WAREHOUSE_LOCKED" });
    await expect(second).rejects.toThrow(`PID ${String(holder.pid)}`);
  } finally {
    holder.kill("SIGKILL");
  }
});

test("a process killed in the middle of its work leaves each table old or new", async () => {
  const path = pathOf("killed");
  const replace = (round: number): string =>
    `create or replace table t using delta as select ${String(round)} n, id from range(${String(200_000 + round)})`;
  const rounds = Array.from({ length: 200 }, (_, at) => replace(at));
  for (const delay of [20, 45, 80]) {
    const worker = inOtherProcess(path, rounds);
    await nextLine(worker);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await exited;
    const warehouse = await openLocalWarehouse({ path });
    const { rows } = await warehouse.execute("select count(*), min(n), max(n) from t");
    const [[count, least, most] = []] = rows;
    expect(most).toBe(least);
    expect(Number(count)).toBe(200_000 + Number(least));
    expect((await warehouse.execute("describe t")).rows.map(([name]) => name)).toEqual(["n", "id"]);
    await warehouse.close();
  }
});

test("a file that is no warehouse is refused with its name", async () => {
  const opened = openLocalWarehouse({ path: import.meta.filename });
  await expect(opened).rejects.toMatchObject({ code: "WAREHOUSE_UNREADABLE" });
  await expect(opened).rejects.toThrow("warehouse-file.test");
});
