import { createLogUpdate } from "log-update";
import type { EngineEvent } from "../../events/engine-event.ts";
import type { TextSink } from "../host.ts";
import type { ConsoleArea } from "./console.ts";

const REDRAW_MS = 100;
const MOST_SHOWN = 10;

interface RunningNode {
  readonly name: string;
  readonly since: number;
}

/**
 * Lines as on a plain console, and below them the nodes that are running with their times, and how
 * many of all have finished. When it closes, only the lines remain.
 */
export function liveConsole(sink: TextSink, now: () => Date): ConsoleArea {
  // A terminal that does not know its width says 0.
  const columns = sink.columns === undefined || sink.columns < 20 ? 80 : sink.columns;
  const stream = { write: (text: string) => sink.write(text), columns };
  // log-update asks for a WriteStream but uses only `write` and `columns` of it.
  const area = createLogUpdate(stream as unknown as NodeJS.WriteStream, { showCursor: true });
  const running = new Map<string, RunningNode>();
  let finished = 0;
  let total = 0;
  let timer: NodeJS.Timeout | undefined;

  function draw(): void {
    const text = renderRunning([...running.values()], { finished, total }, now().getTime());
    area(text);
  }

  function stopDrawing(): void {
    clearInterval(timer);
    timer = undefined;
    area.clear();
  }

  return {
    writeLine(line) {
      if (timer) area.clear();
      sink.write(`${line}\n`);
      if (timer) draw();
    },
    follow(event) {
      const step = readStep(event);
      if (!step) return;
      total = step.total;
      if (step.kind === "start") {
        running.set(step.id, { name: step.name, since: now().getTime() });
      } else {
        running.delete(step.id);
        finished++;
      }
      if (running.size === 0) stopDrawing();
      else timer ??= setInterval(draw, REDRAW_MS).unref();
    },
    close: stopDrawing,
  };
}

interface Step {
  readonly kind: "start" | "end";
  readonly id: string;
  readonly name: string;
  readonly total: number;
}

/** What a numbered line of the run says about its node. */
function readStep(event: EngineEvent): Step | undefined {
  const total = event.data?.total;
  if (!event.node || typeof total !== "number") return undefined;
  const kind = event.name === "LogStartLine" ? "start" : "end";
  return { kind, id: event.node.unique_id, name: event.node.node_name, total };
}

function renderRunning(
  nodes: readonly RunningNode[],
  counts: { readonly finished: number; readonly total: number },
  now: number,
): string {
  const shown = nodes.slice(0, MOST_SHOWN).map((node) => {
    const seconds = (now - node.since) / 1000;
    return `  ${seconds.toFixed(1).padStart(6)}s  ${node.name}`;
  });
  const more =
    nodes.length > MOST_SHOWN ? [`           and ${nodes.length - MOST_SHOWN} more`] : [];
  return [`  ${counts.finished} of ${counts.total} done`, ...shown, ...more].join("\n");
}
