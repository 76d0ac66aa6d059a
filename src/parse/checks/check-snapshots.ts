import { snapshotConfig } from "../../errors/project-errors.ts";
import type { Draft } from "../drafts/draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

/** A snapshot must say how it notices changes. */
export function checkSnapshots({ manifest }: ParseEnvironment): void {
  for (const draft of manifest.nodes.values()) {
    const fault = draft.kind === "snapshot" ? faultOf(draft) : undefined;
    if (fault !== undefined) throw snapshotConfig(draft.uniqueId, fault, draft.place);
  }
}

function faultOf({ config }: Draft): string | undefined {
  const { strategy, unique_key: key, materialized } = config;
  if (!strategy || !hasItems(key)) return 'needs the configs "strategy" and "unique_key".';
  const fault = strategy === "check" ? faultOfCheck(config.check_cols) : faultOfTimestamp(config);
  if (fault !== undefined) return fault;
  return materialized === "snapshot"
    ? undefined
    : `must be materialized as "snapshot", not as "${String(materialized)}".`;
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function faultOfCheck(columns: unknown): string | undefined {
  if (!hasItems(columns)) return 'has the strategy "check" and needs the config "check_cols".';
  if (typeof columns !== "string" || columns === "all") return undefined;
  return `has "${columns}" as check_cols, which must be "all" or a list of columns.`;
}

function faultOfTimestamp(config: Draft["config"]): string | undefined {
  if (config.strategy !== "timestamp") return undefined;
  if (!config.updated_at) return 'has the strategy "timestamp" and needs the config "updated_at".';
  return hasItems(config.check_cols)
    ? 'has the strategy "timestamp", which takes no "check_cols".'
    : undefined;
}
