import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openLogFile } from "./log-file.ts";

const folder = mkdtempSync(join(tmpdir(), "dbt-glue-log-"));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the log file", () => {
  it("is made with the first line, not before", () => {
    const log = openLogFile(join(folder, "logs"), 0);
    log.close();
    expect(() => readdirSync(join(folder, "logs"))).toThrow();
  });

  it("keeps what earlier invocations wrote", () => {
    for (const line of ["one", "two"]) {
      const log = openLogFile(folder, 0);
      log.writeLine(line);
      log.close();
    }
    expect(readFileSync(join(folder, "dbt.log"), "utf8")).toBe("one\ntwo\n");
  });

  it("is put aside when a line would make it too large, five times at most", () => {
    const log = openLogFile(folder, 10);
    for (let number = 1; number <= 8; number++) log.writeLine(`line ${number}`);
    log.close();
    expect(readdirSync(folder).sort()).toEqual([
      "dbt.log",
      ...[1, 2, 3, 4, 5].map((number) => `dbt.log.${number}`),
    ]);
    expect(readFileSync(join(folder, "dbt.log"), "utf8")).toBe("line 8\n");
    expect(readFileSync(join(folder, "dbt.log.5"), "utf8")).toBe("line 3\n");
  });
});
