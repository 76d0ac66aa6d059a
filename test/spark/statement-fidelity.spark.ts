import { inject } from "vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import type { Connection } from "../../src/adapter/connection.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";
import { randomTexts } from "./random-texts.ts";

const STATEMENTS = 20;
const TEXTS_PER_STATEMENT = 500;

let adapter: Adapter;
let lane: Connection;
beforeAll(async () => {
  adapter = openTestAdapter(inject("endpointUrl"), { location: "s3://dbt-glue-test/data" });
  lane = await adapter.connect("fidelity");
  // Spark itself would replace ${name} in its SQL.
  await lane.execute("set spark.sql.variable.substitute = false");
});
afterAll(async () => {
  await lane.close();
  await adapter.close();
});

describe("what Spark is sent", () => {
  it(
    "reaches it byte for byte: 10,000 random strings, in comments too",
    { timeout: 120_000 },
    async () => {
      for (let n = 0; n < STATEMENTS; n++) {
        const texts = randomTexts(TEXTS_PER_STATEMENT, n);
        const rows = texts.map((text, i) => `(${i}, ${literal(text)}) /* ${comment(text)} */`);
        const { rows: answer } = await lane.execute(
          `select i, t, hex(t) from values\n${rows.join(",\n")} as v(i, t) order by i`,
        );
        expect(answer.map(([, text]) => text)).toEqual(texts);
        expect(answer.map(([, , hex]) => hex)).toEqual(texts.map(hexOf));
      }
    },
  );

  it("may be longer than the 68,000 characters of one statement", async () => {
    // Random text: what does not compress has to be sent in parts.
    const text = randomTexts(4000, 99).join("");
    expect(text.length).toBeGreaterThan(68_000);
    const { rows } = await lane.execute(`select hex(${literal(text)}), length('x')`);
    expect(rows).toEqual([[hexOf(text), 1]]);
  });

  it("has U+FFFD where half of a surrogate pair stands alone, as in every file in UTF-8", async () => {
    const { rows } = await lane.execute("select 'a\ud83db', '\u{1F600}'");
    expect(rows).toEqual([["a\ufffdb", "\u{1F600}"]]);
  });

  it("is Python code without a change, too", async () => {
    const [text = ""] = randomTexts(1, 7);
    const code = `spark.sql("select 1")\nassert ${JSON.stringify(JSON.stringify(text))} == ${JSON.stringify(
      JSON.stringify(text),
    )}`;
    await expect(lane.executePython(code)).resolves.toBeDefined();
  });
});

/** A Spark literal: quotes and backslashes escaped, all else as it is. */
function literal(text: string): string {
  return `'${text.replace(/[\\']/g, (c) => `\\${c}`)}'`;
}

/** A comment ends at its first end, so that is all that it may not hold; a nested start neither. */
function comment(text: string): string {
  return text
    .replace(/\*\/|\/\*/g, "")
    .replace(/[*/]$/, "")
    .replace(/^[*/+]/, "");
}

function hexOf(text: string): string {
  return Buffer.from(text, "utf8").toString("hex").toUpperCase();
}
