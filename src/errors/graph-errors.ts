import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/**
 * @param ids - the nodes of the cycle, each one needed by the next; the first needs the last
 * @param place - where the first refers to the last
 */
export function graphCycle(ids: readonly string[], place?: Place): EngineError {
  const [first] = ids;
  return new EngineError({
    code: "GRAPH_CYCLE",
    message: `The models depend on each other in a circle: ${[...ids, first].join(" --> ")}.`,
    place,
    hint: "Take one of these references out.",
  });
}

/** A dependency that no node answers to. */
export function graphDependencyMissing(id: string, dependency: string): EngineError {
  return new EngineError({
    code: "GRAPH_DEPENDENCY_MISSING",
    message: `"${id}" depends on "${dependency}", which is not in the project.`,
    node: id,
  });
}
