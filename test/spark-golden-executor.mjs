// Runs the Spark golden suite on the built package:
//   node ../shared/spark-golden/run.mjs --executor test/spark-golden-executor.mjs
import { openLocalWarehouse } from "../dist/local.js";

export async function createSession({ timeZone, conf }) {
  const warehouse = await openLocalWarehouse({ path: ":memory:", timeZone, conf });
  return {
    exec: async (sql) => {
      const { columns, rows } = await warehouse.execute(sql);
      return {
        columns,
        rows: rows.map((row) => row.map((cell, at) => sortMaps(cell, columns[at].type))),
      };
    },
    close: () => warehouse.close(),
  };
}

/** Spark's recordings print a map's entries sorted by their text (HiveResult), whatever their order. */
function sortMaps(cell, type) {
  if (!Array.isArray(cell) || !type.includes("map<")) return cell;
  if (!type.startsWith("map<")) return cell;
  return cell.toSorted(([a], [b]) => (entryText(a) < entryText(b) ? -1 : 1));
}

const entryText = (key) => (typeof key === "object" ? JSON.stringify(key) : String(key));
