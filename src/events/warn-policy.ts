import type { EngineEvent } from "./engine-event.ts";

/** Which warnings are errors or silent; `Flags` is one. */
export interface WarnPolicy {
  /** `--warn-error`: every warning is an error. */
  readonly warnError: boolean;
  readonly warnErrorOptions: {
    /** `"all"` or event names. */
    readonly error: "all" | readonly string[];
    readonly warn: readonly string[];
    readonly silence: readonly string[];
  };
}

export type WarningFate = "error" | "warn" | "silence";

/**
 * What becomes of a warning. A name beats the group `Deprecations` (all events with a code that
 * starts with D), which beats `all`; then silence beats warn beats error (dbt-common's
 * WarnErrorOptionsV2).
 */
export function warningFate(
  policy: WarnPolicy,
  event: Pick<EngineEvent, "name" | "code">,
): WarningFate {
  if (policy.warnError) return "error";
  const { error, warn, silence } = policy.warnErrorOptions;
  if (silence.includes(event.name)) return "silence";
  if (warn.includes(event.name)) return "warn";
  if (error !== "all" && error.includes(event.name)) return "error";
  if (event.code.startsWith("D")) {
    if (silence.includes("Deprecations")) return "silence";
    if (warn.includes("Deprecations")) return "warn";
    if (error !== "all" && error.includes("Deprecations")) return "error";
  }
  return error === "all" ? "error" : "warn";
}
