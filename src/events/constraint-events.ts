import type { EngineEvent } from "./engine-event.ts";

/** Spark takes the constraint and does not check it. */
export function constraintNotEnforced(constraint: string): EngineEvent {
  return {
    name: "ConstraintNotEnforced",
    code: "E048",
    level: "warn",
    message: `While ${constraint} constraints are supported, they are not enforced for the platform Glue. Set "warn_unenforced: false" on this constraint to ignore this warning.`,
    data: { constraint, adapter: "glue" },
  };
}
