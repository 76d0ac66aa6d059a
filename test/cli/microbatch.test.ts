import { expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

it.each(["2025-01-01", '"2025-01-01"'])("builds batches from begin: %s", async (begin) => {
  const project = tempProject({
    "models/events.sql": "select 1 as id, timestamp '2025-03-01' as at",
    "models/events.yml": `models:
  - name: events
    config:
      materialized: incremental
      incremental_strategy: microbatch
      file_format: delta
      event_time: at
      batch_size: year
      begin: ${begin}
`,
  });
  const { stdout, exitCode } = await project.run("build");
  expect(stdout).toMatch(/Batch 1 of \d+ OK created batch 2025 /);
  expect(exitCode).toBe(0);
});
