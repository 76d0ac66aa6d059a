import { pythonError } from "../../errors/jinja-errors.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyDictView } from "../py-dict-view.ts";
import { iterableOf } from "../py-iterate.ts";
import { PySet } from "../py-set.ts";
import { pyEquals } from "../python-equality.ts";
import { pythonTypeName } from "../python-types.ts";

/** Python's `value in container`. */
export function contains(container: unknown, value: unknown): boolean {
  if (typeof container === "string") return textContains(container, value);
  if (container instanceof PyDict || container instanceof PySet) return container.has(value);
  if (container instanceof PyDictView && container.kind === "keys")
    return container.dict.has(value);
  const hostAnswer = isHostObject(container) ? container[HOST].contains?.(value) : undefined;
  if (hostAnswer !== undefined) return hostAnswer;
  const items = iterableOf(container);
  if (items === undefined) {
    throw pythonError(
      "TypeError",
      `argument of type '${pythonTypeName(container)}' is not iterable`,
    );
  }
  for (const item of items) if (pyEquals(item, value)) return true;
  return false;
}

function textContains(text: string, value: unknown): boolean {
  if (typeof value === "string") return text.includes(value);
  throw pythonError(
    "TypeError",
    `'in <string>' requires string as left operand, not ${pythonTypeName(value)}`,
  );
}
