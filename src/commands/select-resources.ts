import type { RuntimeConfig } from "../config/runtime-config.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { CommandContext } from "./command-context.ts";

export interface Selection {
  readonly context: CommandContext;
  readonly runtime: RuntimeConfig;
  readonly manifest: Manifest;
  /** Resource types that the command works on. */
  readonly types: ReadonlySet<string>;
}

/** Ids that `--select`, `--exclude` and `--selector` choose among the command's types. */
export function selectResources({ context, manifest, types }: Selection): ReadonlySet<string> {
  const { flags } = context;
  if ([...flags.select, ...flags.exclude, ...flags.models].length > 0 || flags.selector) {
    throw notSupported("selecting nodes");
  }
  const all = { ...manifest.nodes, ...manifest.sources, ...manifest.exposures };
  return new Set(
    Object.values(all)
      .filter((resource) => types.has(resource.resource_type))
      .map((resource) => resource.unique_id),
  );
}
