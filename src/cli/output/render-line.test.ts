import { describe, expect, it } from "vitest";
import type { EngineEvent } from "../../events/engine-event.ts";
import { mainReportVersion, printEvent } from "../../events/main-events.ts";
import { logTestResult } from "../../events/check-events.ts";
import { renderLine, type LineStyle } from "./render-line.ts";

const at = new Date("2026-01-02T03:04:05.678Z");
const style: LineStyle = {
  format: "text",
  colors: false,
  invocationId: "abc",
  pid: 7,
  scrub: (text) => text,
};
const warning: EngineEvent = {
  name: "UnusedTables",
  code: "I062",
  level: "warn",
  message: "Unused.",
  place: { path: "models/a.yml", line: 3, column: 5 },
};

describe("a line of output", () => {
  it("has the time in UTC and two spaces before the text", () => {
    expect(renderLine(mainReportVersion("1.12.6"), at, style)).toBe(
      "03:04:05  Running with dbt=1.12.6",
    );
  });

  it("is the bare text for what the user asked to print", () => {
    expect(renderLine(printEvent("shop.orders"), at, style)).toBe("shop.orders");
  });

  it("tags warnings with their name and place", () => {
    expect(renderLine(warning, at, style)).toBe(
      "03:04:05  [WARNING][UnusedTables]: models/a.yml:3:5  Unused.",
    );
  });

  it("colours only the word in brackets", () => {
    const event = logTestResult(
      { index: 1, total: 2, width: 20 },
      { name: "FAIL", status: "fail", failures: 3, executionSeconds: 0.5 },
    );
    expect(renderLine(event, at, { ...style, colors: true })).toBe(
      "\u001b[0m03:04:05  1 of 2 FAIL 3 FAIL . [\u001b[31mFAIL 3\u001b[0m in 0.50s]",
    );
  });

  it("starts an invocation in the log file with a separator", () => {
    const line = renderLine(mainReportVersion("1.12.6"), at, { ...style, format: "debug" });
    expect(line).toBe(
      `\n\n${"=".repeat(30)} 03:04:05.678000 | abc ${"=".repeat(30)}\n` +
        "03:04:05.678000 [info ] [MainThread]: Running with dbt=1.12.6",
    );
  });

  it("is one object with sorted keys as JSON", () => {
    const line = renderLine(mainReportVersion("1.12.6"), at, { ...style, format: "json" });
    expect(Object.keys(JSON.parse(line) as object)).toEqual(["data", "info"]);
    expect(JSON.parse(line)).toEqual({
      data: { log_version: 3, version: "=1.12.6" },
      info: {
        category: "",
        code: "A001",
        extra: {},
        invocation_id: "abc",
        level: "info",
        msg: "Running with dbt=1.12.6",
        name: "MainReportVersion",
        pid: 7,
        thread: "MainThread",
        ts: "2026-01-02T03:04:05.678000Z",
      },
    });
  });

  it("never shows a secret", () => {
    const scrub = (text: string): string => text.replaceAll("s3cret", "*****");
    expect(renderLine(printEvent("it is s3cret"), at, { ...style, scrub })).toBe("it is *****");
  });
});
