import { pythonError } from "../../../errors/jinja-errors.ts";
import { isHostObject } from "../../host-object.ts";
import { PyDict } from "../../py-dict.ts";
import { PyDictView } from "../../py-dict-view.ts";
import { iterableOf, pyIterate, pyLength, pyList } from "../../py-iterate.ts";
import { PyIterator } from "../../py-iterator.ts";
import { PySet } from "../../py-set.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyStr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import { intArgument } from "../arguments.ts";
import { add } from "../../python-arithmetic.ts";
import { getAttribute } from "../attributes.ts";
import type { FilterFunction } from "../../filter-function.ts";
import type { RenderContext } from "../../render-context.ts";
import { attributeGetter, ignoringCase } from "./attribute-path.ts";
import { defineFilter } from "./define-filter.ts";

/** Filters of lists and other things that can be walked. */
export const SEQUENCE_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("length", [], (_context, value) => pyLength(value)),
  defineFilter("count", [], (_context, value) => pyLength(value)),
  defineFilter("list", [], (_context, value) => pyList(value)),
  defineFilter("first", [], first),
  defineFilter("last", [], last),
  defineFilter("reverse", [], reverse),
  defineFilter("join", ["d=", "attribute=None"], join),
  defineFilter("sum", ["attribute=None", "start=0"], sum),
  defineFilter("unique", ["case_sensitive=False", "attribute=None"], unique),
  defineFilter(
    "batch",
    ["linecount", "fill_with=None"],
    (_context, value, size, filler = null) =>
      new PyIterator(batches(pyIterate(value), intArgument(size), filler)),
  ),
  defineFilter(
    "slice",
    ["slices", "fill_with=None"],
    (_context, value, count, filler = null) =>
      new PyIterator(slices(pyList(value), intArgument(count), filler)),
  ),
  defineFilter("items", [], (_context, value) => new PyIterator(itemsOf(value))),
  defineFilter("attr", ["name"], attr),
  defineFilter("random", [], (context, value) => random(context, value), true),
];

function first(context: RenderContext, value: unknown): unknown {
  for (const item of pyIterate(value)) return item;
  return context.undefined({ hint: "No first item, sequence was empty." });
}

function last(context: RenderContext, value: unknown): unknown {
  for (const item of reversed(value)) return item;
  return context.undefined({ hint: "No last item, sequence was empty." });
}

/** Python's `reversed(value)`; sets and iterators have no end to begin from. */
function reversed(value: unknown): unknown[] {
  const walks = iterableOf(value) !== undefined;
  if (!walks || value instanceof PySet || value instanceof PyIterator) {
    throw pythonError("TypeError", `'${pythonTypeName(value)}' object is not reversible`);
  }
  return pyList(value).reverse();
}

function reverse(_context: RenderContext, value: unknown): unknown {
  if (typeof value === "string") return Array.from(value).reverse().join("");
  if (value instanceof PySet || value instanceof PyIterator) return pyList(value).reverse();
  if (iterableOf(value) === undefined) {
    throw pythonError("FilterArgumentError", "argument must be iterable");
  }
  const type = Array.isArray(value) ? "list_reverseiterator" : "reversed";
  return new PyIterator(pyList(value).reverse(), type);
}

function join(
  context: RenderContext,
  value: unknown,
  separator: unknown = "",
  attribute: unknown = null,
): string {
  const getter = attributeGetter(context, attribute);
  return Array.from(pyIterate(value), (item) => pyStr(getter(item))).join(pyStr(separator));
}

function sum(
  context: RenderContext,
  value: unknown,
  attribute: unknown = null,
  start: unknown = 0,
): unknown {
  const getter = attributeGetter(context, attribute);
  if (typeof start === "string") {
    throw pythonError("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
  }
  let total = start;
  for (const item of pyIterate(value)) total = add(total, getter(item));
  return total;
}

function unique(
  context: RenderContext,
  value: unknown,
  caseSensitive: unknown = false,
  attribute: unknown = null,
): PyIterator {
  return new PyIterator(
    uniqueItems(pyIterate(value), keyGetter(context, caseSensitive, attribute)),
  );
}

function* uniqueItems(items: Iterable<unknown>, key: (item: unknown) => unknown): Generator {
  const seen = new PySet();
  for (const item of items) {
    const itemKey = key(item);
    if (seen.has(itemKey)) continue;
    seen.add(itemKey);
    yield item;
  }
}

/** What the comparing filters compare: an attribute, letter case ignored unless told otherwise. */
export function keyGetter(
  context: RenderContext,
  caseSensitive: unknown,
  attribute: unknown,
  fallback: unknown = null,
): (item: unknown) => unknown {
  const getter = attributeGetter(context, attribute, fallback);
  return pyTruth(caseSensitive) ? getter : (item) => ignoringCase(getter(item));
}

function* batches(items: Iterable<unknown>, size: number, filler: unknown): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const item of items) {
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length === 0) return;
  if (filler !== null) while (batch.length < size) batch.push(filler);
  yield batch;
}

function* slices(items: readonly unknown[], count: number, filler: unknown): Generator<unknown[]> {
  if (count === 0) throw pythonError("ZeroDivisionError", "integer division or modulo by zero");
  const size = Math.floor(items.length / count);
  const withExtra = items.length - size * count;
  let start = 0;
  for (let number = 0; number < count; number += 1) {
    const end = start + size + (number < withExtra ? 1 : 0);
    const part = items.slice(start, end);
    if (filler !== null && number >= withExtra) part.push(filler);
    yield part;
    start = end;
  }
}

function* itemsOf(value: unknown): Generator {
  if (value instanceof UndefinedValue) return;
  if (!(value instanceof PyDict)) {
    throw pythonError("TypeError", "Can only get item pairs from a mapping.");
  }
  yield* new PyDictView(value, "items");
}

/** The attribute and never the item. */
function attr(context: RenderContext, value: unknown, name: unknown): unknown {
  const text = pyStr(name);
  if (value instanceof PyDict && value.has(text)) {
    const bare = getAttribute(context, new PyDict(), text);
    return bare instanceof UndefinedValue ? bare : getAttribute(context, value, text);
  }
  return getAttribute(context, value, text);
}

function random(context: RenderContext, value: unknown): unknown {
  const items =
    isHostObject(value) || typeof value === "string" ? pyList(value) : sequenceItems(value);
  if (items.length === 0) return context.undefined({ hint: "No random item, sequence was empty." });
  return items[Math.floor(Math.random() * items.length)];
}

function sequenceItems(value: unknown): readonly unknown[] {
  if (value instanceof PyTuple) return value.items;
  pyLength(value);
  return pyList(value);
}
