import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KNOWN_GAPS } from "./known-gaps.ts";
import { openLocalWarehouse, type LocalWarehouse } from "../../src/local.ts";

/** An expression and what real Spark makes of it (record.py). */
interface RecordedCase {
  readonly sql: string;
  readonly type?: string;
  readonly text?: string | null;
  /** Spark's error class: it refuses the expression. */
  readonly error?: string;
}

const folder = join(import.meta.dirname, "cases");
let warehouse: LocalWarehouse;

beforeAll(async () => {
  warehouse = await openLocalWarehouse({ path: ":memory:", timeZone: "America/Los_Angeles" });
});
afterAll(() => warehouse.close());

for (const file of readdirSync(folder).sort()) {
  const cases = JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly RecordedCase[];
  describe(file.replace(".json", ""), () => {
    test.each(cases)("$sql", async ({ sql, type, text, error }) => {
      const asked = warehouse.execute(`select typeof(${sql}), cast(${sql} as string)`);
      const gap = KNOWN_GAPS[sql];
      if (error !== undefined || gap?.loud === true) await expect(asked).rejects.toThrow();
      else if (gap !== undefined) expect((await asked).rows).not.toEqual([[type, text]]);
      else expect((await asked).rows).toEqual([[type, text]]);
    });
  });
}
