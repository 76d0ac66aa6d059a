import { deprecationsSummary } from "./deprecation-events.ts";
import type { EventBus } from "./event-bus.ts";

export interface CountedDeprecations {
  /** The bus to hand on: of each kind of deprecation it passes the first, or all. */
  readonly events: EventBus;
  /** Emits the summary, where there was any deprecation. */
  readonly summarize: () => void;
}

/** Keeps deprecations from flooding the output: one line per kind, and a count at the end. */
export function countDeprecations(bus: EventBus, showAll: boolean): CountedDeprecations {
  const counts = new Map<string, number>();
  return {
    events: {
      ...bus,
      emit(event) {
        if (!event.code.startsWith("D")) {
          bus.emit(event);
          return;
        }
        const count = (counts.get(event.name) ?? 0) + 1;
        counts.set(event.name, count);
        if (count === 1 || showAll) bus.emit(event);
      },
    },
    summarize() {
      if (counts.size > 0) bus.emit(deprecationsSummary(counts));
    },
  };
}
