import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type { Expression } from "../../tree/expression.ts";
import type { GroupItem, GroupSet, Select } from "../../tree/query.ts";
import { hasAggregate } from "../expression/has-aggregate.ts";
import { resolveColumn } from "../scope/resolve-column.ts";
import { isOff } from "../scope/session-conf.ts";
import type { Scope } from "../scope/scope.ts";

export interface EmittedGroupBy {
  readonly sql: string;
  /** For the scope: the distinct grouping expressions, in order, and whether there are sets. */
  readonly facts: Required<Pick<Scope, "groupKeys" | "hasGroupingSets">>;
  /** What groups must fulfil besides the query's own HAVING. */
  readonly having?: string;
}

/** GROUP BY with ordinals, aliases, ALL and grouping sets; undefined where the select has none. */
export function emitGroupBy(select: Select, scope: Scope): EmittedGroupBy | undefined {
  if (select.groupBy === undefined) return undefined;
  const { items } = select.groupBy;
  const emit = (node: Expression): string => emitKey(node, select, scope);
  if (isAll(items, scope)) return emitAll(select, emit);
  const plain = items.flatMap((item) => (item.kind === "plain" ? [item.expression] : []));
  if (plain.length === items.length) {
    const keys = plain.map(emit);
    return {
      sql: ` GROUP BY ${keys.join(", ")}`,
      facts: { groupKeys: keys, hasGroupingSets: false },
    };
  }
  const sets = items.map((item) => expand(item, emit)).reduce(crossSets, [[]]);
  const keys = [...new Set(items.flatMap((item) => keysOf(item)).map(emit))];
  const used = new Set(sets.flat());
  const unused = keys.filter((key) => !used.has(key));
  const texts = sets.map((set) => `(${[...new Set(set)].join(", ")})`);
  // DuckDB knows no key that is in no set: a set of all keys makes them known, and HAVING drops its groups.
  const all = unused.length > 0 ? [`(${keys.join(", ")})`] : [];
  return {
    sql: ` GROUP BY GROUPING SETS (${[...texts, ...all].join(", ")})`,
    facts: { groupKeys: keys, hasGroupingSets: true },
    ...(unused[0] === undefined ? {} : { having: `grouping(${unused[0]}) = 1` }),
  };
}

function isAll(items: readonly GroupItem[], scope: Scope): boolean {
  const [only] = items;
  if (items.length !== 1 || only?.kind !== "plain" || only.expression.kind !== "column")
    return false;
  const { parts, at } = only.expression;
  return (
    parts.length === 1 &&
    parts[0]?.toLowerCase() === "all" &&
    resolveColumn(parts, ownLevel(scope), at) === undefined
  );
}

/** The scope without the queries around: a name there is no column here. */
function ownLevel(scope: Scope): Scope {
  const { parent: _parent, ...own } = scope;
  return own;
}

/** GROUP BY ALL: every item without an aggregate; none at all makes one group. */
function emitAll(select: Select, emit: (node: Expression) => string): EmittedGroupBy {
  const keys = select.items
    .filter((item) => !hasAggregate(item.expression))
    .map((item) => item.expression);
  const isStar = keys.some((key) => key.kind === "star");
  if (isStar) return { sql: " GROUP BY ALL", facts: { groupKeys: [], hasGroupingSets: false } };
  const texts = keys.map(emit);
  return {
    sql: texts.length === 0 ? " GROUP BY ()" : ` GROUP BY ${texts.join(", ")}`,
    facts: { groupKeys: texts, hasGroupingSets: false },
  };
}

/** A key: an ordinal stands for a select item, a name for a column or else an alias. */
function emitKey(node: Expression, select: Select, scope: Scope): string {
  if (node.kind === "number" && node.type === "int" && !isOff(scope, "spark.sql.groupByOrdinal"))
    return emitOrdinal(Number(node.text), node.at, select, scope);
  if (node.kind === "column" && node.parts.length === 1) {
    const [name = ""] = node.parts;
    const item = select.items.find(
      (each) => each.aliases.length === 1 && each.aliases[0]?.toLowerCase() === name.toLowerCase(),
    );
    const isColumn =
      resolveColumn(node.parts, { ...scope, aliases: new Map() }, node.at) !== undefined;
    if (item !== undefined && !isColumn) return emitItemKey(item.expression, select, scope);
  }
  const value = scope.emitter.emitExpression(node, scope);
  // A bare whole number would be an ordinal to DuckDB.
  return value.literal === undefined ? value.sql : `(${value.sql})`;
}

function emitOrdinal(position: number, at: number, select: Select, scope: Scope): string {
  const item = select.items[position - 1];
  const hasStar = select.items.some((each) => each.expression.kind === "star");
  if (hasStar) {
    throw sqlRuleBroken(
      "a star is not allowed in a select list that GROUP BY names by position",
      scope.emitter.place(at),
      "Name the columns in the select list or in GROUP BY.",
    );
  }
  if (item === undefined) {
    throw sqlRuleBroken(
      `GROUP BY position ${position} is not in the select list`,
      scope.emitter.place(at),
    );
  }
  return emitItemKey(item.expression, select, scope);
}

function emitItemKey(expression: Expression, select: Select, scope: Scope): string {
  if (hasAggregate(expression)) {
    throw sqlRuleBroken(
      "an aggregate cannot be a GROUP BY key",
      scope.emitter.place(expression.at),
    );
  }
  if (expression.kind === "number" && expression.type === "int") return `(${expression.text})`;
  return scope.emitter.emitExpression(expression, scope).sql;
}

type Sets = readonly (readonly string[])[];

/** The grouping sets of one item. */
function expand(item: GroupItem, emit: (node: Expression) => string): Sets {
  switch (item.kind) {
    case "plain":
      return [[emit(item.expression)]];
    case "rollup": {
      const parts = item.sets.map((set) => set.map(emit));
      return Array.from({ length: parts.length + 1 }, (_each, index) =>
        parts.slice(0, parts.length - index).flat(),
      );
    }
    case "cube": {
      const parts = item.sets.map((set) => set.map(emit));
      const count = 2 ** parts.length;
      return Array.from({ length: count }, (_each, mask) =>
        parts
          .filter((_part, index) => ((count - 1 - mask) >> (parts.length - 1 - index)) & 1)
          .flat(),
      );
    }
    case "grouping-sets":
      return item.items.flatMap((each) => expandSet(each, emit));
  }
}

function expandSet(set: GroupSet, emit: (node: Expression) => string): Sets {
  return set.kind === "set" ? [set.expressions.map(emit)] : expand(set, emit);
}

/** Items beside each other multiply: every set of one with every set of the other. */
function crossSets(left: Sets, right: Sets): Sets {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function keysOf(item: GroupItem | GroupSet): readonly Expression[] {
  switch (item.kind) {
    case "plain":
      return [item.expression];
    case "set":
      return item.expressions;
    case "rollup":
    case "cube":
      return item.sets.flat();
    case "grouping-sets":
      return [...(item.keys ?? []), ...item.items.flatMap(keysOf)];
  }
}
