import { pythonError } from "../../errors/jinja-errors.ts";
import { PyDict } from "../py-dict.ts";
import { PyRange } from "../py-range.ts";
import { PyTuple } from "../py-tuple.ts";
import { ownerText, pythonTypeName } from "../python-types.ts";
import { lengthOf } from "../py-iterate.ts";
import type { RenderContext } from "../render-context.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { MISSING } from "../scope.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { asIndex } from "./numbers.ts";

export interface SliceBounds {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;
}

/** Python's `value[start:stop:step]`; the bounds are None where left out. */
export function slice(value: unknown, bounds: SliceBounds): unknown {
  if (typeof value === "string") return picked(Array.from(value), bounds).join("");
  if (Array.isArray(value)) return picked(value as unknown[], bounds);
  if (value instanceof PyTuple) return new PyTuple(picked(value.items, bounds));
  if (value instanceof PyRange) return rangeSlice(value, bounds);
  if (value instanceof UndefinedValue) {
    if (value.facts.absorbing === true) return value;
    throw value.error();
  }
  if (value instanceof PyDict) throw pythonError("TypeError", "unhashable type: 'slice'");
  const answer = isHostObject(value) ? value[HOST].getItem?.(bounds) : undefined;
  if (answer !== undefined && answer !== MISSING) return answer;
  throw pythonError("TypeError", `'${pythonTypeName(value)}' object is not subscriptable`);
}

/** A slice that Jinja takes while it compiles: what cannot be cut is undefined, not an error. */
export function constantSlice(
  context: RenderContext,
  value: unknown,
  bounds: SliceBounds,
): unknown {
  const hasParts = lengthOf(value) !== undefined && !(value instanceof PyDict);
  if (hasParts || value instanceof UndefinedValue) return slice(value, bounds);
  return context.undefined({ name: "slice", owner: ownerText(value) });
}

function picked<Item>(items: readonly Item[], bounds: SliceBounds): Item[] {
  const { start, stop, step } = sliceIndices(bounds, items.length);
  const result: Item[] = [];
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) {
    result.push(items[index] as Item);
  }
  return result;
}

function rangeSlice(range: PyRange, bounds: SliceBounds): PyRange {
  const { start, stop, step } = sliceIndices(bounds, range.length);
  return new PyRange(range.at(start), range.at(stop), range.step * step);
}

/** Python's `slice.indices(length)`. */
export function sliceIndices(
  bounds: SliceBounds,
  length: number,
): { start: number; stop: number; step: number } {
  const step = bound(bounds.step) ?? 1;
  if (step === 0) throw pythonError("ValueError", "slice step cannot be zero");
  const lowest = step > 0 ? 0 : -1;
  const highest = step > 0 ? length : length - 1;
  const place = (value: number | undefined, fallback: number): number => {
    if (value === undefined) return fallback;
    return value < 0 ? Math.max(value + length, lowest) : Math.min(value, highest);
  };
  return {
    start: place(bound(bounds.start), step > 0 ? lowest : highest),
    stop: place(bound(bounds.stop), step > 0 ? highest : lowest),
    step,
  };
}

function bound(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const index = asIndex(value);
  if (index !== undefined) return index;
  throw pythonError(
    "TypeError",
    "slice indices must be integers or None or have an __index__ method",
  );
}
