import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyDict } from "../../py-dict.ts";
import { pyIterate } from "../../py-iterate.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyEquals } from "../../python-equality.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { order, pySorted, type OrderOperator } from "../../python-ordering.ts";
import type { RenderContext } from "../../render-context.ts";
import { attributeGetter, ignoringCase, multiAttributeGetter } from "./attribute-path.ts";
import { defineFilter } from "./define-filter.ts";
import { keyGetter } from "./sequence-filters.ts";

/** Filters that sort, group and pick the least and the greatest. */
export const ORDERING_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("sort", ["reverse=False", "case_sensitive=False", "attribute=None"], sort),
  defineFilter("dictsort", ["case_sensitive=False", "by=key", "reverse=False"], dictSort),
  defineFilter("min", ["case_sensitive=False", "attribute=None"], (context, value, ...rest) =>
    extreme(context, value, "<", rest),
  ),
  defineFilter("max", ["case_sensitive=False", "attribute=None"], (context, value, ...rest) =>
    extreme(context, value, ">", rest),
  ),
  defineFilter("groupby", ["attribute", "default=None", "case_sensitive=False"], groupBy),
];

function sort(
  context: RenderContext,
  value: unknown,
  ...[reverse = false, caseSensitive = false, attribute = null]: unknown[]
): unknown[] {
  const getter = multiAttributeGetter(context, attribute);
  const key = pyTruth(caseSensitive) ? getter : (item: unknown) => getter(item).map(ignoringCase);
  return pySorted(pyIterate(value), key, pyTruth(reverse));
}

function dictSort(
  _context: RenderContext,
  value: unknown,
  ...[caseSensitive = false, by = "key", reverse = false]: unknown[]
): unknown[] {
  if (by !== "key" && by !== "value") {
    throw pythonError("FilterArgumentError", 'You can only sort by either "key" or "value"');
  }
  if (value instanceof UndefinedValue) throw value.error();
  if (!(value instanceof PyDict)) {
    throw pythonError(
      "AttributeError",
      `'${pythonTypeName(value)}' object has no attribute 'items'`,
    );
  }
  const pairs = Array.from(value.entries(), (pair) => new PyTuple(pair));
  const at = by === "key" ? 0 : 1;
  const key = (item: unknown): unknown => {
    const part = item instanceof PyTuple ? item.items[at] : item;
    return pyTruth(caseSensitive) ? part : ignoringCase(part);
  };
  return pySorted(pairs, key, pyTruth(reverse));
}

function extreme(
  context: RenderContext,
  value: unknown,
  operator: OrderOperator,
  [caseSensitive = false, attribute = null]: unknown[],
): unknown {
  const key = keyGetter(context, caseSensitive, attribute);
  let best: { item: unknown; key: unknown } | undefined;
  for (const item of pyIterate(value)) {
    const itemKey = key(item);
    if (best === undefined || order(operator, itemKey, best.key)) best = { item, key: itemKey };
  }
  if (best !== undefined) return best.item;
  return context.undefined({ hint: "No aggregated item, sequence was empty." });
}

function groupBy(
  context: RenderContext,
  value: unknown,
  ...[attribute, fallback = null, caseSensitive = false]: unknown[]
): unknown[] {
  const key = keyGetter(context, caseSensitive, attribute, fallback);
  const shown = attributeGetter(context, attribute, fallback);
  const groups: { key: unknown; items: unknown[] }[] = [];
  for (const item of pySorted(pyIterate(value), key)) {
    const itemKey = key(item);
    const lastGroup = groups[groups.length - 1];
    if (lastGroup !== undefined && pyEquals(lastGroup.key, itemKey)) lastGroup.items.push(item);
    else groups.push({ key: itemKey, items: [item] });
  }
  return groups.map(({ items }) => new PyTuple([shown(items[0]), items], ["grouper", "list"]));
}
