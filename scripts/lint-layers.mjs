// Checks the layer table (layers.mjs) with dependency-cruiser, and the check itself: a planted
// violation must be found. (With an unsuitable TypeScript the cruiser sees no modules and is green.)
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

const root = join(import.meta.dirname, "..");
const planted = join(root, "src/util/planted-violation.ts");
const cruise = () =>
  spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      ...["--config", "dependency-cruiser.config.mjs", "src"],
    ],
    { cwd: root, encoding: "utf8" },
  );

writeFileSync(
  planted,
  'import type { Manifest } from "../manifest/manifest.ts";\nexport type Planted = Manifest;\n',
);
let proof;
try {
  proof = cruise();
} finally {
  rmSync(planted);
}
if (!/layer-util.*planted-violation/.test(proof.stdout)) {
  console.error(
    `lint:layers did not find a planted violation, so it proves nothing:\n${proof.stdout}${proof.stderr}`,
  );
  process.exit(1);
}

const result = cruise();
process.stdout.write(result.stdout + result.stderr);
process.exit(result.status ?? 1);
