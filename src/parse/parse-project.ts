import type { RuntimeConfig } from "../config/runtime-config.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { SourceFile } from "../project/source-file.ts";

/**
 * Reads the project into its manifest: everything that dbt knows before it talks to a database.
 * Templates are rendered with `execute` false; nothing is compiled. `files` are those of the root,
 * of installed packages and of the built-in macro packages. Warnings go to `events`.
 */
export function parseProject(
  _runtime: RuntimeConfig,
  _files: readonly SourceFile[],
  _events: EventBus,
): Manifest {
  throw notSupported("parsing projects");
}
