// The matrix of docs/compatibility.md, from what test/spark/matrix.spark.ts has recorded on real Spark.
import { readFileSync } from "node:fs";

export function formatMatrix(path) {
  const cells = JSON.parse(readFileSync(path, "utf8"));
  const formats = [...new Set(cells.map((cell) => cell.format))];
  const kinds = [...new Set(cells.map((cell) => cell.what))];
  const mark = (what, format) => {
    const cell = cells.find((each) => each.what === what && each.format === format);
    if (!cell) return "–";
    return cell.same ? "✓" : "differs";
  };
  const rows = [
    ["", ...formats],
    ["---", ...formats.map(() => "---")],
    ...kinds.map((kind) => [kind, ...formats.map((format) => mark(kind, format))]),
  ];
  const widths = rows[0].map((_, at) =>
    Math.max(...rows.filter((row) => row[at] !== "---").map((row) => row[at].length), 3),
  );
  return rows
    .map(
      (row) =>
        `| ${row.map((cell, at) => (cell === "---" ? "-".repeat(widths[at]) : cell.padEnd(widths[at]))).join(" | ")} |`,
    )
    .join("\n");
}
