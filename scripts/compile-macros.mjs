// Compiles every macro of the .sql files below the folders, for parsing and for running, and lists
// those that do not compile with their places. A smoke test over the packages people install.
//
//   node scripts/compile-macros.mjs FOLDER...
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Usage: node scripts/compile-macros.mjs FOLDER...");
  process.exit(2);
}

const { createDialect, compileMacro, extractBlocks } = await loadDialect();
const dialect = createDialect();
const KINDS = ["macro", "materialization", "test"];
let files = 0;
let macros = 0;
let milliseconds = 0;
const failures = [];
for (const folder of folders) for (const path of sqlFiles(folder)) compileFile(path);
report();

function sqlFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".sql"))
    .map((path) => join(folder, path));
}

/** Files without blocks are models and tests: they are read, and their templates compiled. */
function compileFile(path) {
  const text = readFileSync(path, "utf8");
  files += 1;
  const blocks = attempt(path, () => extractBlocks(text, path, { kinds: KINDS })) ?? [];
  for (const block of blocks) {
    macros += 1;
    const started = performance.now();
    attempt(path, () => {
      const macro = compileMacro(dialect, block.text, block.source);
      macro.compile("sync");
      macro.compile("async");
    });
    milliseconds += performance.now() - started;
  }
}

function attempt(path, action) {
  try {
    return action();
  } catch (error) {
    if (error.code === undefined) throw error;
    const { line = 0, column = 0 } = error.place ?? {};
    failures.push(`${path}:${line}:${column}  ${error.message}`);
    return undefined;
  }
}

function report() {
  for (const failure of failures) console.log(failure);
  const each = macros === 0 ? 0 : milliseconds / macros / 2;
  console.log(
    `${files} files, ${macros} macros, ${failures.length} failures, ${each.toFixed(3)} ms for each macro and flavour`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** The dialect straight from the sources: this script needs no build. */
async function loadDialect() {
  const { outputFiles } = await build({
    absWorkingDir: resolve(import.meta.dirname, ".."),
    stdin: {
      contents: `export { createDialect } from "./src/dialect/dialect.ts";
export { compileMacro } from "./src/dialect/compile-macro.ts";
export { extractBlocks } from "./src/dialect/extract-blocks.ts";`,
      resolveDir: resolve(import.meta.dirname, ".."),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const [file] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString("base64")}`);
}
