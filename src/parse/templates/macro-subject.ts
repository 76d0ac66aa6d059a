import type { ParseSubject } from "../../context/parse-recorder.ts";
import { makeRelation } from "../../context/relation.ts";

const ignore = (): void => undefined;
const NOTHING = { ref: ignore, source: ignore, metric: ignore, function: ignore, config: ignore };

/** Who calls a macro that belongs to no node: it sees its package, and what it refers to is forgotten. */
export function macroSubject(
  name: string,
  packageName: string,
  uniqueId = `macro.${packageName}.${name}`,
): ParseSubject {
  return {
    uniqueId,
    name,
    packageName,
    kind: "macro",
    recorder: NOTHING,
    facts: () => ({}),
    relation: () => makeRelation({}),
  };
}
