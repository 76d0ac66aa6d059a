import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** `model.shop.orders` -> `model "orders"` */
export function resourceText(id: string): string {
  const [kind = "resource", , ...name] = id.split(".");
  return `${kind.replaceAll("_", " ")} "${name.join(".")}"`;
}

export function duplicateResource(id: string, first: Place, second: Place): EngineError {
  const files = first.path === second.path ? `twice in ${first.path}` : `in ${first.path} and in ${second.path}`;
  return new EngineError({
    code: "DUPLICATE_RESOURCE",
    message: `The ${resourceText(id)} is defined ${files}.`,
    place: second,
    hint: "Rename one of them, or remove it.",
    node: id,
  });
}
