import type { EngineEvent } from "./engine-event.ts";

export type EventListener = (event: EngineEvent) => void;

/** Hands events to whoever listens. Prints nothing itself. */
export interface EventBus {
  emit(event: EngineEvent): void;
  /** Returns the function that stops listening. */
  listen(listener: EventListener): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<EventListener>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
