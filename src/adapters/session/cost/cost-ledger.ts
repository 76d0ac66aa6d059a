import type { Cost, CostMeter, RunCost, SessionCost } from "../../../adapter/cost.ts";
import { LEAST_BILLED_SECONDS } from "./dpu-price.ts";

/** What a session that the run uses costs. */
export interface SessionRate {
  readonly id: string;
  /** DPUs while it runs. */
  readonly dpu: number;
  readonly usdPerDpuHour: number;
  /** The run made it, so the least that Glue bills is the run's. */
  readonly created: boolean;
}

/** The account of one session, which may end and start again. */
export interface SessionAccount {
  /** Work for a node begins, or waits for the session; call what it returns when it has ended. */
  begin(node: string): () => void;
  /** The run has the session from now on. */
  opened(rate: SessionRate): void;
  /** The run has no part in it any more. */
  closed(): void;
}

export interface CostLedger extends CostMeter {
  account(): SessionAccount;
}

interface Entry {
  readonly rate: SessionRate;
  readonly openedAt: number;
  closedAt: number | undefined;
  /** Until when time has been shared out. */
  sharedUntil: number;
  /** Node -> how much of its work is under way. */
  readonly running: ReadonlyMap<string, number>;
  /** Node -> seconds of the whole session. */
  readonly seconds: Map<string, number>;
}

/**
 * Shares each session's time out to the nodes that run in it: while three run, each gets a third.
 * Time in which none runs is idle.
 *
 * @param now - milliseconds
 */
export function createCostLedger(now: () => number): CostLedger {
  const entries: Entry[] = [];
  return {
    account: () => createAccount(entries, now),
    ofNode(uniqueId) {
      for (const entry of entries) shareOut(entry, now());
      const costs = entries.flatMap((entry) => nodeCost(entry, uniqueId) ?? []);
      return costs.length === 0 ? undefined : sum(costs);
    },
    ofRun: () => runCost(entries, now()),
  };
}

function createAccount(entries: Entry[], now: () => number): SessionAccount {
  const running = new Map<string, number>();
  let current: Entry | undefined;
  const change = (node: string, by: number): void => {
    if (current) shareOut(current, now());
    const count = (running.get(node) ?? 0) + by;
    if (count > 0) running.set(node, count);
    else running.delete(node);
  };
  return {
    begin(node) {
      change(node, 1);
      return () => {
        change(node, -1);
      };
    },
    opened(rate) {
      const at = now();
      const times = { openedAt: at, closedAt: undefined, sharedUntil: at };
      current = { rate, ...times, running, seconds: new Map() };
      entries.push(current);
    },
    closed() {
      if (!current) return;
      shareOut(current, now());
      current.closedAt = now();
      current = undefined;
    },
  };
}

function shareOut(entry: Entry, now: number): void {
  const until = entry.closedAt ?? now;
  const seconds = (until - entry.sharedUntil) / 1000;
  entry.sharedUntil = until;
  for (const node of entry.running.keys())
    entry.seconds.set(node, (entry.seconds.get(node) ?? 0) + seconds / entry.running.size);
}

function nodeCost({ seconds, rate }: Entry, node: string): Cost | undefined {
  const found = seconds.get(node);
  return found === undefined ? undefined : costOf(found, rate);
}

function runCost(entries: readonly Entry[], now: number): RunCost {
  for (const entry of entries) shareOut(entry, now);
  const sessions = entries.map((entry) => sessionCost(entry, now));
  const ids = [...new Set(entries.flatMap((entry) => [...entry.seconds.keys()]))].sort();
  const nodes = Object.fromEntries(
    ids.map((id) => [id, sum(entries.flatMap((entry) => nodeCost(entry, id) ?? []))]),
  );
  const total = sum(sessions);
  const busy = sum(Object.values(nodes));
  const idle = {
    dpuSeconds: round(Math.max(total.dpuSeconds - busy.dpuSeconds, 0)),
    usd: round(Math.max(total.usd - busy.usd, 0)),
  };
  return { ...total, idle, sessions, nodes };
}

function sessionCost({ rate, openedAt, closedAt }: Entry, now: number): SessionCost {
  const used = ((closedAt ?? now) - openedAt) / 1000;
  const seconds = rate.created ? Math.max(used, LEAST_BILLED_SECONDS) : used;
  const { id, dpu, usdPerDpuHour } = rate;
  return { id, dpu, usdPerDpuHour, seconds: round(used), ...costOf(seconds, rate) };
}

function costOf(seconds: number, { dpu, usdPerDpuHour }: SessionRate): Cost {
  const dpuSeconds = seconds * dpu;
  return { dpuSeconds: round(dpuSeconds), usd: round((dpuSeconds / 3600) * usdPerDpuHour) };
}

function sum(costs: readonly Cost[]): Cost {
  return {
    dpuSeconds: round(costs.reduce((all, cost) => all + cost.dpuSeconds, 0)),
    usd: round(costs.reduce((all, cost) => all + cost.usd, 0)),
  };
}

/** A millionth of a dollar is near enough. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
