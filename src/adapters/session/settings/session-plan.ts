import type { ComputeRequest } from "../../../adapter/compute.ts";
import { withFormatPreset } from "./format-preset.ts";
import { nodeOverrides } from "./node-overrides.ts";
import { readSessionSettings } from "./read-session-settings.ts";
import type { Options } from "./read-session-settings.ts";
import type { SessionSettings } from "./session-settings.ts";

/** Which session a node's statements go to. */
export interface SessionPlan {
  /** Nodes with equal keys share a session. */
  readonly key: string;
  readonly settings: SessionSettings;
  /** Group or node after which the session is named; undefined for the target's own. */
  readonly suffix: string | undefined;
  /** The node's alone: it is stopped with the node. */
  readonly ofOneNode: boolean;
}

/**
 * The session of a node, by its `glue_session` config and by what dbt-glue reads from `meta`:
 *
 * 1. `meta.group_session_id` names the session; the first node of the group decides its settings;
 * 2. with `enable_session_per_model` the session is the node's alone;
 * 3. else nodes whose settings come out equal share a session.
 *
 * The formats of the project's tables add what they need to each session.
 *
 * @param request - absent for what is no node, such as a hook
 */
export function planSession(
  options: Options,
  fileFormats: ReadonlySet<string>,
  request?: ComputeRequest,
): SessionPlan {
  const overrides = request ? nodeOverrides(options, request) : {};
  const merged = { ...options, ...overrides };
  const settings = readSessionSettings(withFormatPreset(merged, fileFormats));
  const group = textOf(overrides.group_session_id);
  if (group !== undefined)
    return { key: `group ${group}`, settings, suffix: group, ofOneNode: false };
  if (request && merged.enable_session_per_model === true) {
    const { uniqueId } = request;
    return { key: `node ${uniqueId}`, settings, suffix: uniqueId, ofOneNode: true };
  }
  return { key: keyOf(settings), settings, suffix: undefined, ofOneNode: false };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Equal settings give equal keys, in whatever order they were written. */
function keyOf(settings: SessionSettings): string {
  const sorted = (value: object): [string, unknown][] =>
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const { defaultArguments, tags, ...rest } = settings;
  return JSON.stringify([sorted(rest), sorted(defaultArguments), sorted(tags)]);
}
