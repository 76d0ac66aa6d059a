/** Learns how long a session's statements take at least, so that none is asked for before it can be done. */
export interface StatementPace {
  /** Milliseconds that the shortest of the latest statements took; 0 before the first one. */
  readonly shortest: number;
  note(durationMs: number): void;
}

/** Statements that are remembered: a session that gets faster is noticed at once, a slower one soon. */
const REMEMBERED = 8;

export function createStatementPace(): StatementPace {
  let latest: readonly number[] = [];
  return {
    get shortest() {
      return latest.length === 0 ? 0 : Math.min(...latest);
    },
    note(durationMs) {
      latest = [...latest, durationMs].slice(-REMEMBERED);
    },
  };
}
