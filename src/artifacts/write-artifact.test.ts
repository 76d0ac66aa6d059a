import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeArtifact } from "./write-artifact.ts";

test("integers past 2^53 are written in full", () => {
  const path = join(mkdtempSync(join(tmpdir(), "dbt-glue-artifact-")), "target", "manifest.json");

  writeArtifact(path, { meta: { big: 12345678901234567890123n, small: 1 } });

  expect(readFileSync(path, "utf8")).toBe('{"meta": {"big": 12345678901234567890123, "small": 1}}');
});
