// Bundles the entry points into dist/ (esbuild, ESM, code-split) and writes their type declarations.
//   node scripts/build.mjs [--no-types]
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

const entryPoints = {
  cli: "src/cli/main.ts",
  index: "src/index.ts",
  jinja: "src/jinja.ts",
  local: "src/local.ts",
  endpoint: "src/endpoint.ts",
};
rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries(entryPoints).filter(([, path]) => existsSync(join(root, path))),
  ),
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "bundle",
  external: ["@duckdb/*"],
  // The AWS SDK ships both: its ES modules keep their names under a lazy import.
  mainFields: ["module", "main"],
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  // Bundled CommonJS dependencies call require(); an ESM bundle has none unless it makes one.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});

await digestMacros();

if (!process.argv.includes("--no-types")) {
  const tsc = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"],
    { cwd: root, stdio: "inherit" },
  );
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}

/** Reads the built-in macros once for all starts: see src/project/macro-digest.ts. */
async function digestMacros() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { createDialect } from "./src/dialect/dialect.ts";
export { MACRO_DIGEST, writeDigest } from "./src/project/macro-digest.ts";
export { readMacroFolders } from "./src/project/read-built-in-macros.ts";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  const { createDialect, MACRO_DIGEST, readMacroFolders, writeDigest } = await import(
    `data:text/javascript;base64,${source}`
  );
  const home = join(root, "macros");
  writeFileSync(
    join(dist, MACRO_DIGEST),
    writeDigest(readMacroFolders(home), home, createDialect()),
  );
}
