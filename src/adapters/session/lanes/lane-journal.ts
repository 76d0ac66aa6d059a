import type { DriverWork } from "../../spark/driver-protocol.ts";
import type { StatementKind } from "./statement-kind.ts";

type Made = Pick<DriverWork, "kind" | "text">;

/** The temporary views that a lane's node has made: a new session gets them again. */
export interface LaneJournal {
  /** A node's own views end with it: another one starts with none. */
  begin(node: string): void;
  note(work: Made, kind: StatementKind): void;
  /** In the order in which they were made. */
  works(): readonly Made[];
}

export function createLaneJournal(): LaneJournal {
  const views = new Map<string, Made>();
  let current: string | undefined;
  return {
    begin(node) {
      if (node !== current) views.clear();
      current = node;
    },
    note({ kind, text }, { makesView, dropsView }) {
      if (dropsView !== undefined) views.delete(dropsView);
      if (makesView === undefined) return;
      views.delete(makesView);
      views.set(makesView, { kind, text });
    },
    works: () => [...views.values()],
  };
}
