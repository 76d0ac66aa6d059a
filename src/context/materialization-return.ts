import { PyDict } from "../jinja/py-dict.ts";

/** The list under `relations` of what a materialization returned, or undefined where there is none. */
export function relationsOfReturn(returned: unknown): readonly unknown[] | undefined {
  const relations = returned instanceof PyDict ? returned.get("relations") : undefined;
  return Array.isArray(relations) ? relations : undefined;
}
