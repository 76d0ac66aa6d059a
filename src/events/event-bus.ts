import { warningAsError } from "../errors/event-errors.ts";
import type { EngineEvent } from "./engine-event.ts";
import { warningFate, type WarnPolicy } from "./warn-policy.ts";

export type EventListener = (event: EngineEvent) => void;

/** Hands events to whoever listens. Prints nothing itself. */
export interface EventBus {
  /** Throws WARNING_AS_ERROR for a warning that the policy makes an error; drops a silenced one. */
  emit(event: EngineEvent): void;
  /** Returns the function that stops listening. */
  listen(listener: EventListener): () => void;
}

/** Without a policy, warnings are warnings. */
export function createEventBus(policy?: WarnPolicy): EventBus {
  const listeners = new Set<EventListener>();
  return {
    emit(event) {
      const fate = policy && event.level === "warn" ? warningFate(policy, event) : "warn";
      if (fate === "error") throw warningAsError(event.name, event.message, event.place);
      if (fate === "silence") return;
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
