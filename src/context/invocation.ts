import type { Adapter } from "../adapter/adapter.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { BatchResults } from "../manifest/run-result.ts";
import type { ProjectFiles } from "./project-files.ts";

/** What a run that is retried left behind. */
export interface RetriedRun {
  readonly startedAt: Date;
  /** Of microbatch models that were built in part, by unique id. */
  readonly batches: ReadonlyMap<string, BatchResults>;
}

/** What every step of one command that talks to an engine shares. Nothing in it changes. */
export interface Invocation {
  readonly runtime: RuntimeConfig;
  readonly manifest: Manifest;
  readonly adapter: Adapter;
  readonly events: EventBus;
  readonly files: ProjectFiles;
  readonly now: () => Date;
  /** Fires on Ctrl-C and when the run must stop early. */
  readonly signal: AbortSignal;
  /** Unique ids that the command works on; templates see them as `selected_resources`. */
  readonly selected: ReadonlySet<string>;
  /** The manifest of `--state` / `--defer-state` when `--defer` is on. */
  readonly deferTo?: Manifest | undefined;
  /** The run that `retry` repeats. */
  readonly retried?: RetriedRun | undefined;
}
