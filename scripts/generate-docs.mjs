// Writes what docs say about code, from the code: the layer diagram, the errors, the profile, the command line
// and the matrix of formats.
//   node scripts/generate-docs.mjs [--check]     --check fails if a page would change
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { layersDiagram } from "./docs/layers-diagram.mjs";
import { cliReference } from "./docs/cli-reference.mjs";
import { formatMatrix } from "./docs/format-matrix.mjs";
import { errorCatalogue } from "./docs/error-catalogue.mjs";
import { profileReference } from "./docs/profile-reference.mjs";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const stale = [];

page("ARCHITECTURE.md", (text) =>
  between(text, "layers", ["```mermaid", layersDiagram(), "```"].join("\n")),
);
page("docs/compatibility.md", (text) =>
  between(text, "formats", formatMatrix(join(root, "test/spark/matrix/recorded-matrix.json"))),
);
page("docs/reference/errors.md", () => errorCatalogue(join(root, "src/errors")));
const commands = await cliReference(root);
page("docs/reference/cli.md", () => commands);
const profile = await profileReference(root);
page("docs/reference/profile.md", () => profile);

if (check && stale.length > 0) {
  console.error(`stale: ${stale.join(", ")}. Run: npm run docs:generate`);
  process.exit(1);
}

function page(path, make) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = make(before);
  if (after === before) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, after);
  console.log(`wrote ${path}`);
}

/** Replaces what stands between the markers `<!-- generated: NAME -->` and `<!-- end generated -->`. */
function between(text, name, content) {
  const open = `<!-- generated: ${name} -->`;
  const close = "<!-- end generated -->";
  const start = text.indexOf(open) + open.length;
  const end = text.indexOf(close, start);
  if (start < open.length || end < 0) throw new Error(`no markers for "${name}"`);
  return `${text.slice(0, start)}\n\n${content}\n\n${text.slice(end)}`;
}
