import { timeWindows } from "../../functions/special/time-windows.ts";
import type { Expression, Located, SortItem } from "../../tree/expression.ts";
import { mapExpression } from "../../tree/map-expression.ts";
import type { GroupItem, GroupSet, Select, SelectItem } from "../../tree/query.ts";
import type { EmittedRelation } from "../relation/emitted-relation.ts";
import { withHiddenColumn } from "../relation/hidden-column.ts";
import type { Scope } from "../scope/scope.ts";

type Call = Located & Extract<Expression, { kind: "call" }>;

export interface LiftedWindows {
  readonly select: Select;
  readonly orderBy: readonly SortItem[];
  readonly from: EmittedRelation | undefined;
}

/**
 * `window(time, '10 minutes')` gives each row one row per window that its time lies in, and none where the
 * time is NULL: the windows become a relation beside FROM, and the calls name its column.
 */
export function liftTimeWindows(
  select: Select,
  orderBy: readonly SortItem[],
  from: EmittedRelation | undefined,
  scope: Scope,
): LiftedWindows {
  const calls = new Map<string, { readonly alias: string; readonly call: Call }>();
  const lift = (node: Expression): Expression =>
    mapExpression(node, (each) => {
      if (each.kind !== "call" || each.name.join(".") !== "window") return undefined;
      const key = JSON.stringify(each.args, (name, value: unknown) => (name === "at" ? 0 : value));
      const known = calls.get(key) ?? { alias: scope.emitter.freshName("window"), call: each };
      calls.set(key, known);
      return { kind: "column", parts: [known.alias, "window"], at: each.at };
    });
  const lifted = mapSelect(select, lift);
  if (calls.size === 0) return { select, orderBy, from };
  let widened = from;
  for (const { alias, call } of calls.values()) {
    if (widened === undefined) throw scope.emitter.notSupported("window() without FROM", call.at);
    const { query, type } = timeWindows(call, { ...scope, relations: widened.relations });
    widened = withHiddenColumn(widened, { alias, name: "window", type, query });
  }
  const bare = bareNames([...calls.values()].map((each) => each.alias));
  return {
    select: mapSelect({ ...lifted, items: lifted.items.map(withFieldName) }, bare),
    orderBy: orderBy.map((item) => ({ ...item, expression: bare(lift(item.expression)) })),
    from: widened,
  };
}

/** `window.start` is called `start`. */
function withFieldName(item: SelectItem): SelectItem {
  const { expression, aliases } = item;
  const isField = expression.kind === "column" && expression.parts[0]?.toLowerCase() === "window";
  const name = isField ? expression.parts.at(-1) : undefined;
  return aliases.length > 0 || name === undefined ? item : { ...item, aliases: [name] };
}

/** `window` and `window.start` mean the only call's column. */
function bareNames(aliases: readonly string[]): (node: Expression) => Expression {
  const [alias, another] = aliases;
  if (alias === undefined || another !== undefined) return (node) => node;
  return (node) =>
    mapExpression(node, (each) =>
      each.kind === "column" && each.parts[0]?.toLowerCase() === "window"
        ? fieldsOf({ ...each, parts: [alias, "window"] }, each.parts.slice(1))
        : undefined,
    );
}

function fieldsOf(column: Expression, names: readonly string[]): Expression {
  return names.reduce<Expression>(
    (operand, name) => ({ kind: "field", operand, name, at: column.at }),
    column,
  );
}

function mapSelect(select: Select, change: (node: Expression) => Expression): Select {
  const { groupBy, having } = select;
  return {
    ...select,
    items: select.items.map((item) => ({ ...item, expression: change(item.expression) })),
    ...(having === undefined ? {} : { having: change(having) }),
    ...(groupBy === undefined
      ? {}
      : { groupBy: { ...groupBy, items: groupBy.items.map((item) => mapItem(item, change)) } }),
  };
}

function mapItem(item: GroupItem, change: (node: Expression) => Expression): GroupItem {
  return item.kind === "plain"
    ? { ...item, expression: change(item.expression) }
    : mapSets(item, change);
}

type Sets = Exclude<GroupItem, { kind: "plain" }>;

function mapSets(item: Sets, change: (node: Expression) => Expression): Sets {
  if (item.kind !== "grouping-sets")
    return { ...item, sets: item.sets.map((set) => set.map(change)) };
  const keys = item.keys === undefined ? {} : { keys: item.keys.map(change) };
  return { ...item, ...keys, items: item.items.map((each) => mapSet(each, change)) };
}

function mapSet(set: GroupSet, change: (node: Expression) => Expression): GroupSet {
  return set.kind === "set"
    ? { ...set, expressions: set.expressions.map(change) }
    : mapSets(set, change);
}
