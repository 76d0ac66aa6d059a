import { describe, expect, it } from "vitest";
import { createCostLedger } from "../../src/adapters/session/cost/cost-ledger.ts";

const RATE = { id: "s", dpu: 4, usdPerDpuHour: 0.44, created: true };

describe("the cost of a run", () => {
  it("shares a session's time among the nodes that run in it, and leaves the rest idle", () => {
    let now = 0;
    const ledger = createCostLedger(() => now);
    const account = ledger.account();
    const endA = account.begin("a");
    now = 50_000; // Waiting for the session costs nothing.
    account.opened(RATE);
    now += 10_000;
    const endB = account.begin("b");
    now += 10_000;
    endA();
    now += 10_000;
    endB();
    now += 70_000;
    account.closed();
    expect(ledger.ofNode("a")?.dpuSeconds).toBe(60);
    expect(ledger.ofNode("b")?.dpuSeconds).toBe(60);
    const { dpuSeconds, usd, idle, sessions } = ledger.ofRun();
    expect(dpuSeconds).toBe(400);
    expect(usd).toBeCloseTo((400 / 3600) * 0.44, 6);
    expect(idle.dpuSeconds).toBe(280);
    expect(sessions).toMatchObject([{ id: "s", seconds: 100 }]);
  });

  it("is a minute's at least for a session that the run made, and only the time used for another", () => {
    let now = 0;
    const ledger = createCostLedger(() => now);
    const [made, found] = [ledger.account(), ledger.account()];
    made.opened(RATE);
    found.opened({ ...RATE, created: false });
    now = 6000;
    expect(ledger.ofRun().sessions.map((session) => session.dpuSeconds)).toEqual([240, 24]);
  });

  it("says nothing of a node that never ran", () => {
    expect(createCostLedger(() => 0).ofNode("model.x")).toBeUndefined();
  });
});
