// Asks the embedded engine what real Spark was asked (scripts/spark-examples.py) and prints the differences.
//
//   node scripts/spark-examples.mjs EXAMPLES.json
import { readFileSync } from "node:fs";
import { openLocalWarehouse } from "../dist/local.js";

const examples = JSON.parse(readFileSync(process.argv[2] ?? "examples.json", "utf8"));
const warehouse = await openLocalWarehouse({ path: ":memory:", timeZone: "America/Los_Angeles" });
const tally = { same: 0, differs: 0, refused: 0, "refused by both": 0, "only here": 0, skipped: 0 };

for (const example of examples) {
  const outcome = example.sql === undefined ? { kind: "skipped" } : await compare(example);
  tally[outcome.kind] += 1;
  if (outcome.text !== undefined) console.log(`${outcome.kind}: ${example.sql}\n  ${outcome.text}`);
}
await warehouse.close();
console.log(JSON.stringify(tally));

async function compare({ sql, stable, types, lines, error }) {
  let got;
  try {
    const { columns } = await warehouse.execute(sql);
    const { rows } = await warehouse.execute(`select cast(struct(*) as string) from (${sql})`);
    got = { types: columns.map(({ type }) => type), lines: rows.map(([text]) => text) };
  } catch (refusal) {
    if (error !== undefined) return { kind: "refused by both" };
    return { kind: "refused", text: String(refusal.message).split("\n")[0] };
  }
  if (error !== undefined) return { kind: "only here", text: error };
  const isSame =
    String(got.types) === String(types) && (!stable || sorted(got.lines) === sorted(lines));
  if (isSame) return { kind: "same" };
  return { kind: "differs", text: `Spark ${show({ types, lines })}\n  here  ${show(got)}` };
}

function sorted(list) {
  return list.toSorted().join("\n");
}

function show({ types, lines }) {
  return `${types.join(", ")}: ${lines.join(" / ")}`;
}
