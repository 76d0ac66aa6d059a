import { bug } from "../../errors/bug.ts";
import type { Schedule } from "./schedule.ts";

export interface LanesOptions {
  readonly lanes: number;
  /** Works one node off. Never rejects for a node's own failure; a rejection stops the run. */
  readonly work: (id: string, lane: number) => Promise<void>;
  /** Asked before each node: true lets nothing more start. */
  readonly isStopped: () => boolean;
}

/** Works the schedule off with several lanes at once; ends when all is done or the run is stopped. */
export async function runLanes(schedule: Schedule, options: LanesOptions): Promise<void> {
  const { work, isStopped } = options;
  let running = 0;
  let failed = false;
  let wake: () => void = () => undefined;
  const somethingChanged = { promise: Promise.resolve() };
  const renew = (): void => {
    somethingChanged.promise = new Promise((resolve) => (wake = resolve));
  };
  renew();

  const announce = (): void => {
    wake();
    renew();
  };
  const laneLoop = async (lane: number): Promise<void> => {
    while (schedule.left > 0 && !failed && !isStopped()) {
      const id = schedule.take();
      if (id === undefined) {
        if (running === 0) throw bug(`${schedule.left} nodes are left, and none of them is ready`);
        await somethingChanged.promise;
        continue;
      }
      running += 1;
      try {
        await work(id, lane);
        schedule.finish(id);
      } catch (error) {
        failed = true;
        throw error;
      } finally {
        running -= 1;
        announce();
      }
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, (_, lane) => laneLoop(lane)));
}
