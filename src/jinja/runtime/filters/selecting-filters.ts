import { pythonError } from "../../../errors/jinja-errors.ts";
import type { CallArguments } from "../../host-object.ts";
import { pyIterate } from "../../py-iterate.ts";
import { PyIterator } from "../../py-iterator.ts";
import { pyRepr, pyStr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import type { FilterFunction } from "../../filter-function.ts";
import type { RenderContext } from "../../render-context.ts";
import { attributeGetter, type Getter } from "./attribute-path.ts";

/** Filters that apply another filter or test to every item. Lazy, and walked once. */
export const SELECTING_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  lazy(
    "map",
    (context, args) => mapper(context, args),
    (items, map) => mapped(items, map),
  ),
  selecting("select", { byAttribute: false, keeps: true }),
  selecting("reject", { byAttribute: false, keeps: false }),
  selecting("selectattr", { byAttribute: true, keeps: true }),
  selecting("rejectattr", { byAttribute: true, keeps: false }),
];

type Prepare = (context: RenderContext, args: CallArguments) => Getter;
type Walk = (items: Iterable<unknown>, getter: Getter) => Iterable<unknown>;

/** An empty value gives nothing, and its arguments are not even looked at. */
function lazy(name: string, prepare: Prepare, walk: Walk): readonly [string, FilterFunction] {
  function* run(context: RenderContext, value: unknown, args: CallArguments): Generator {
    if (!pyTruth(value)) return;
    yield* walk(pyIterate(value), prepare(context, args));
  }
  return [
    name,
    {
      parameters: ["*args", "**kwargs"],
      needsContext: true,
      apply: (context, value, args) => new PyIterator(run(context, value, args)),
    },
  ];
}

function* mapped(items: Iterable<unknown>, map: Getter): Generator {
  for (const item of items) yield map(item);
}

function mapper(context: RenderContext, { positional, named }: CallArguments): Getter {
  const [name, ...rest] = positional;
  if (name !== undefined) {
    const filter = context.names.filters.get(pyStr(name));
    if (filter === undefined) {
      throw pythonError("TemplateRuntimeError", `No filter named ${pyRepr(name)}.`);
    }
    return (item) => filter.apply(context, item, { positional: rest, named });
  }
  const { attribute, default: fallback, ...others } = Object.fromEntries(named);
  if (attribute === undefined)
    throw pythonError("FilterArgumentError", "map requires a filter argument");
  const [unexpected] = Object.keys(others);
  if (unexpected !== undefined) {
    throw pythonError("FilterArgumentError", `Unexpected keyword argument ${pyRepr(unexpected)}`);
  }
  return attributeGetter(context, attribute, fallback ?? null);
}

interface Selection {
  readonly byAttribute: boolean;
  readonly keeps: boolean;
}

function selecting(name: string, selection: Selection): readonly [string, FilterFunction] {
  return lazy(
    name,
    (context, args) => condition(context, args, selection),
    function* (items, passes) {
      for (const item of items) if (passes(item) === selection.keeps) yield item;
    },
  );
}

function condition(
  context: RenderContext,
  { positional, named }: CallArguments,
  { byAttribute }: Selection,
): Getter {
  if (byAttribute && positional.length === 0) {
    throw pythonError("FilterArgumentError", "Missing parameter for attribute name");
  }
  const [attribute, ...others] = byAttribute ? positional : [null, ...positional];
  const getter = attributeGetter(context, attribute);
  const [name, ...rest] = others;
  if (others.length === 0) return (item) => pyTruth(getter(item));
  const test = context.names.tests.get(pyStr(name));
  if (test === undefined)
    throw pythonError("TemplateRuntimeError", `No test named ${pyRepr(name)}.`);
  return (item) => test.apply(context, getter(item), { positional: rest, named });
}
