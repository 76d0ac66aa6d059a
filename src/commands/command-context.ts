import type { Adapter } from "../adapter/adapter.ts";
import type { Flags } from "../config/flags.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { RetriedRun } from "../context/invocation.ts";
import type { EventBus } from "../events/event-bus.ts";

/** What the command line hands to a command. Nothing in it changes. */
export interface CommandContext {
  readonly flags: Flags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The user's home folder. */
  readonly home: string;
  readonly invocationId: string;
  readonly startedAt: Date;
  readonly now: () => Date;
  readonly events: EventBus;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  /**
   * Opens the engine of the profile's method; the command closes it.
   *
   * @param fileFormats - the project's values of `file_format`, where it was read
   */
  readonly openAdapter: (
    runtime: RuntimeConfig,
    fileFormats?: ReadonlySet<string>,
  ) => Promise<Adapter>;
  /** The run that `retry` repeats. */
  readonly retried?: RetriedRun | undefined;
  /** Absolute path of a file that ships with the package. */
  readonly asset: (path: string) => string;
  /** Asks the user; absent where nobody is there to answer. */
  readonly ask?: ((question: string, fallback: string) => Promise<string>) | undefined;
}

/** What a command gives back. Exit code 0 is success, 1 is not; a command that cannot work rejects. */
export interface CommandOutcome {
  readonly success: boolean;
  /** dbt's result object: run results, the lines of `ls`, the manifest of `parse`, ... */
  readonly results?: unknown;
}
