import { UndefinedValue } from "../../undefined-value.ts";
import { getItem } from "../attributes.ts";
import type { RenderContext } from "../../render-context.ts";

export type Getter = (item: unknown) => unknown;

/** What a filter's `attribute="a.b.0"` reads from an item; without one the item itself. */
export function attributeGetter(
  context: RenderContext,
  attribute: unknown,
  fallback: unknown = null,
): Getter {
  const path = pathParts(attribute);
  return (item) => {
    let value = item;
    for (const part of path) {
      value = getItem(context, value, part);
      if (value instanceof UndefinedValue && fallback !== null) value = fallback;
    }
    return value;
  };
}

/** `"a,b"`: several attributes as a list. */
export function multiAttributeGetter(
  context: RenderContext,
  attribute: unknown,
): (item: unknown) => unknown[] {
  const parts = typeof attribute === "string" ? attribute.split(",") : [attribute];
  const getters = parts.map((part) => attributeGetter(context, part));
  return (item) => getters.map((getter) => getter(item));
}

function pathParts(attribute: unknown): readonly unknown[] {
  if (attribute === null || attribute === undefined) return [];
  if (typeof attribute !== "string") return [attribute];
  return attribute.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Jinja's sorts and comparisons ignore the case of strings unless told otherwise. */
export function ignoringCase(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}
