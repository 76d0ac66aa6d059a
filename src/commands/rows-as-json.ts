import type { Cell, ResultColumn } from "../adapter/connection.ts";
import { cellText } from "./cell-text.ts";

/**
 * Rows as the `show` list of dbt's JSON output: numbers as numbers, dates and times in ISO form,
 * everything else as text. The text is indented to stand inside an object.
 */
export function rowsAsJson(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
): string {
  if (rows.length === 0) return "[]";
  const objects = rows.map((row) => {
    const fields = columns.map(
      (column, index) =>
        `      ${JSON.stringify(column.name)}: ${cellJson(row[index] ?? null, column.type)}`,
    );
    return `    {\n${fields.join(",\n")}\n    }`;
  });
  return `[\n${objects.join(",\n")}\n  ]`;
}

function cellJson(cell: Cell, type: string): string {
  if (cell === null) return "null";
  if (typeof cell === "boolean") return String(cell);
  const text = cellText(cell, type);
  if (typeof cell === "number" || typeof cell === "bigint") return numberJson(text);
  if (type.startsWith("decimal")) return numberJson(text.includes(".") ? text : `${text}.0`);
  if (type.startsWith("timestamp")) return JSON.stringify(isoTime(text));
  return JSON.stringify(text);
}

/** Spark prints the shortest fraction of a second, Python six digits or none. */
function isoTime(text: string): string {
  const [whole = "", fraction] = text.replace(" ", "T").split(".");
  return fraction === undefined ? whole : `${whole}.${fraction.padEnd(6, "0")}`;
}

/** Python's JSON has words for what is no number. */
function numberJson(text: string): string {
  const words: Readonly<Record<string, string>> = {
    nan: "NaN",
    inf: "Infinity",
    "-inf": "-Infinity",
  };
  return words[text] ?? text;
}
