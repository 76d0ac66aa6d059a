import type { EngineEvent } from "../../events/engine-event.ts";
import type { TextSink } from "../host.ts";

/** Draws lines, and below them what is going on right now. */
export interface ConsoleArea {
  writeLine(line: string): void;
  /** Told of every event, shown or not. */
  follow(event: EngineEvent): void;
  /** Leaves only the lines behind. */
  close(): void;
}

/** Lines only: for files, pipes and dumb terminals. */
export function plainConsole(sink: TextSink): ConsoleArea {
  return {
    writeLine(line) {
      sink.write(`${line}\n`);
    },
    follow() {
      // Nothing moves here.
    },
    close() {
      // Nothing to take away.
    },
  };
}
