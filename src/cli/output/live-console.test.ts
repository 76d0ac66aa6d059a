import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NodeInfo } from "../../events/engine-event.ts";
import { logModelResult, logStartLine } from "../../events/node-events.ts";
import { liveConsole } from "./live-console.ts";

const node = (name: string): NodeInfo => ({
  unique_id: `model.shop.${name}`,
  node_name: name,
  node_path: `${name}.sql`,
  resource_type: "model",
  materialized: "view",
  node_status: "started",
  node_started_at: "",
  node_finished_at: "",
  node_relation: { database: null, schema: null, alias: null, relation_name: null },
});

/** What a terminal shows in the end: cursor movements applied, colours taken out. */
function screenOf(written: string): string {
  const lines = [""];
  let row = 0;
  // eslint-disable-next-line no-control-regex -- escape sequences are what is read here
  for (const part of written.match(/\u001b\[\??\d*[A-Za-z]|\n|[^\n\u001b]+/g) ?? []) {
    if (part === "\n") lines[++row] ??= "";
    else if (part === "\u001b[2K") lines[row] = "";
    else if (part === "\u001b[1A") row--;
    else if (part === "\u001b[J") lines.length = row + 1;
    else if (!part.startsWith("\u001b")) lines[row] = (lines[row] ?? "") + part;
  }
  return lines.join("\n");
}

describe("the live console", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("shows running nodes below the lines, and leaves only the lines behind", () => {
    let written = "";
    let now = 0;
    const area = liveConsole(
      { write: (text) => (written += text), columns: 80 },
      () => new Date(now),
    );
    const at = { index: 1, total: 2, width: 30, node: node("orders") };
    area.follow(logStartLine(at, "sql view model s.orders"));
    area.writeLine("START orders");
    now = 1500;
    vi.advanceTimersByTime(200);
    expect(screenOf(written)).toContain("START orders\n  0 of 2 done\n     1.5s  orders");

    const outcome = {
      description: "sql view model s.orders",
      status: "success",
      message: "OK",
      executionSeconds: 1.5,
    };
    area.follow(logModelResult(at, outcome));
    area.writeLine("OK orders");
    area.close();
    expect(screenOf(written).trimEnd()).toBe("START orders\nOK orders");
  });
});
