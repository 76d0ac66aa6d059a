import { EngineError } from "./engine-error.ts";

export function foreignKeyTarget(node: string, expression: string): EngineError {
  return new EngineError({
    code: "FOREIGN_KEY_TARGET",
    message: `A foreign key of "${node}" points to "${expression}", which names no model or source.`,
    hint: "Write to: ref('model') or to: source('source', 'table').",
    node,
  });
}
