import type { Environment } from "../config/environment.ts";
import type { Flags } from "../config/flags.ts";
import type { EventBus } from "../events/event-bus.ts";

/** What packages are looked for and unpacked with. */
export interface PackageSource {
  readonly flags: Flags;
  readonly env: Environment;
  readonly events: EventBus;
  /** Folder and name of the root project. */
  readonly root: string;
  readonly rootName: string;
  /** A new folder for what is downloaded; gone when deps ends. */
  newFolder(): string;
  /** Takes secrets out of a text. */
  scrub(text: string): string;
}
