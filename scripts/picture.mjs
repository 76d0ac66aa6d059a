// Draws docs/run.svg: what `dbt-glue build` prints for the example project, in a terminal's colours.
//   node scripts/picture.mjs     (after npm run build)
import { rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples/flights");
const LINE = 17;
const CHARACTER = 7.83;
const ESCAPE = new RegExp(`(${String.fromCharCode(27)}\\[[0-9;]*m)`, "g");
const COLOURS = { 31: "#e06c75", 32: "#98c379", 33: "#e5c07b", 36: "#56b6c2", 90: "#7f848e" };

rmSync(join(example, "warehouse.duckdb"), { force: true });
const { stdout, status } = spawnSync(
  process.execPath,
  [join(root, "bin/dbt-glue.js"), "build", "--use-colors", "--threads", "1"],
  { cwd: example, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "1" } },
);
if (status !== 0) throw new Error(stdout);
const lines = ["$ dbt-glue build", ...shorten(stdout.trimEnd().split("\n"))];
writeFileSync(join(root, "docs/run.svg"), draw(lines));
console.log(`wrote docs/run.svg, ${lines.length} lines`);

/** The beginning and the end; what is left out says so. */
function shorten(all) {
  const head = 16;
  const tail = 14;
  if (all.length <= head + tail) return all;
  return [
    ...all.slice(0, head),
    `          ... ${all.length - head - tail} more lines ...`,
    ...all.slice(-tail),
  ];
}

function draw(lines) {
  const width = Math.ceil(Math.max(...lines.map((line) => plain(line).length)) * CHARACTER) + 32;
  const height = lines.length * LINE + 36;
  const rows = lines.map((line, i) => `<text x="16" y="${28 + i * LINE}">${spans(line)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="dbt-glue build on the example project">
<rect width="100%" height="100%" rx="8" fill="#21252b"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13" fill="#d7dae0" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
}

function plain(line) {
  return line.replace(ESCAPE, "");
}

function spans(line) {
  let colour;
  return line
    .split(ESCAPE)
    .map((part) => {
      if (part.match(ESCAPE)) {
        colour = COLOURS[part.slice(2, -1)];
        return "";
      }
      const text = part.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      return colour && text ? `<tspan fill="${colour}">${text}</tspan>` : text;
    })
    .join("");
}
