import { sqlColumnNotFound } from "../../../errors/sql-errors.ts";
import { quoteName, quotePath } from "../../quote-name.ts";
import type { JoinType, RelationNode } from "../../tree/query.ts";
import { emitFilter } from "../expression/emit-filter.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import { liftSubqueries, type LiftedJoin } from "./lift-subqueries.ts";
import type { Scope, ScopeColumn, ScopeRelation } from "../scope/scope.ts";

type Join = Extract<RelationNode, { kind: "join" }>;
type EmitRelation = (
  node: RelationNode,
  scope: Scope,
  left: readonly ScopeRelation[],
) => EmittedRelation;

const WORDS: Readonly<Record<JoinType, string>> = {
  inner: "JOIN",
  cross: "CROSS JOIN",
  left: "LEFT JOIN",
  right: "RIGHT JOIN",
  full: "FULL JOIN",
  semi: "SEMI JOIN",
  anti: "ANTI JOIN",
};

/** A join of two relations. A semi or anti join shows its left side only. */
export function emitJoin(
  node: Join,
  scope: Scope,
  before: readonly ScopeRelation[],
  emitRelation: EmitRelation,
): EmittedRelation {
  const left = emitRelation(node.left, scope, before);
  const right = emitRelation(node.right, scope, [...before, ...left.relations]);
  const isHalf = node.type === "semi" || node.type === "anti";
  const keys = keysOf(node, left, right, scope);
  if (keys !== undefined) {
    const sql = `${left.sql} ${usingText(node, right, keys)}`;
    return isHalf ? { ...left, sql } : { sql, ...mergeKeys(node.type, left, right, keys) };
  }
  const lifted =
    node.on === undefined
      ? undefined
      : liftSubqueries(node.type, left, right, { on: node.on, scope });
  const sides = lifted ?? { left, right };
  const sql = `${sides.left.sql} ${conditionText(node.type, sides.right, lifted === undefined ? undefined : onText(lifted, scope))}`;
  return isHalf ? { ...sides.left, sql } : { sql, ...bothSides(sides.left, sides.right) };
}

/** The columns that USING or NATURAL joins on; undefined for any other join. */
function keysOf(
  node: Join,
  left: EmittedRelation,
  right: EmittedRelation,
  scope: Scope,
): readonly string[] | undefined {
  if (node.using !== undefined) {
    for (const key of node.using) requireKey(key, [left, right], scope, node.at);
    return node.using;
  }
  if (!node.natural) return undefined;
  if (left.star === undefined || right.star === undefined) {
    throw scope.emitter.notSupported("NATURAL JOIN of a relation with unknown columns", node.at);
  }
  const names = new Set(right.star.map((column) => column.name.toLowerCase()));
  return left.star.map((column) => column.name).filter((name) => names.has(name.toLowerCase()));
}

function requireKey(
  key: string,
  sides: readonly EmittedRelation[],
  scope: Scope,
  at: number,
): void {
  for (const { star } of sides) {
    const has = star?.some((column) => column.name.toLowerCase() === key.toLowerCase()) ?? true;
    if (!has)
      throw sqlColumnNotFound(
        key,
        star?.map((column) => column.name) ?? [],
        scope.emitter.place(at),
      );
  }
}

function usingText(node: Join, right: EmittedRelation, keys: readonly string[]): string {
  if (keys.length === 0) return conditionText(node.type, right, undefined);
  const word = node.type === "cross" ? "JOIN" : WORDS[node.type];
  return `${word} ${right.sql} USING (${keys.map(quoteName).join(", ")})`;
}

function conditionText(type: JoinType, right: EmittedRelation, on: string | undefined): string {
  const isCross = type === "inner" || type === "cross";
  if (on === undefined)
    return isCross ? `CROSS JOIN ${right.sql}` : `${WORDS[type]} ${right.sql} ON TRUE`;
  // A side that is a join of its own needs parentheses.
  const side =
    /\bJOIN\b/.test(right.sql) && !right.sql.startsWith("(") ? `(${right.sql})` : right.sql;
  return `${isCross ? "JOIN" : WORDS[type]} ${side} ON ${on}`;
}

function onText({ left, right, on }: LiftedJoin, scope: Scope): string {
  return emitFilter(on, { ...scope, relations: [...left.relations, ...right.relations] }).sql;
}

type Names = Omit<EmittedRelation, "sql">;

function bothSides(left: EmittedRelation, right: EmittedRelation): Names {
  const isPlainStar = left.isPlainStar && right.isPlainStar;
  // A star that is written out needs its relations' names, lest equal names clash.
  const starOf = (side: EmittedRelation): readonly ScopeColumn[] | undefined =>
    isPlainStar || side.star === undefined ? side.star : qualified(side, () => false);
  const [first, second] = [starOf(left), starOf(right)];
  return {
    relations: [...left.relations, ...right.relations],
    star: first === undefined || second === undefined ? undefined : [...first, ...second],
    isPlainStar,
  };
}

/** Keys come first in `*`, once; the other side's stay reachable by their relation's name. */
function mergeKeys(
  type: JoinType,
  left: EmittedRelation,
  right: EmittedRelation,
  keys: readonly string[],
): Names {
  const isKey = (column: ScopeColumn): boolean =>
    keys.some((key) => key.toLowerCase() === column.name.toLowerCase());
  const hide = (relation: ScopeRelation): ScopeRelation =>
    relation.columns === undefined
      ? relation
      : {
          ...relation,
          columns: relation.columns.map((column) =>
            isKey(column) ? { ...column, hidden: true } : column,
          ),
        };
  const keyColumns = keys.flatMap((key): ScopeColumn[] => {
    const [first, second] = [findKey(left, key), findKey(right, key)];
    const column = type === "right" ? second : first;
    if (column === undefined) return [];
    const isFull = type === "full" && first?.sql !== undefined && second?.sql !== undefined;
    const sql = isFull
      ? `coalesce(${first.sql}, ${second.sql})`
      : (column.sql ?? quoteName(column.name));
    return [{ name: column.name, type: column.type, sql }];
  });
  const rest = [...qualified(left, isKey), ...qualified(right, isKey)];
  const isKnown = left.star !== undefined && right.star !== undefined;
  return {
    relations: [{ columns: keyColumns }, ...left.relations.map(hide), ...right.relations.map(hide)],
    star: isKnown ? [...keyColumns, ...rest] : undefined,
    isPlainStar: false,
  };
}

function findKey(side: EmittedRelation, key: string): ScopeColumn | undefined {
  const columns = side.isPlainStar ? qualified(side, () => false) : (side.star ?? []);
  return columns.find((column) => column.name.toLowerCase() === key.toLowerCase());
}

/** The other columns, each with its relation's name so that equal names do not clash. */
function qualified(side: EmittedRelation, isKey: (column: ScopeColumn) => boolean): ScopeColumn[] {
  if (!side.isPlainStar) return (side.star ?? []).filter((column) => !isKey(column));
  return side.relations.flatMap((relation) =>
    (relation.columns ?? [])
      .filter((column) => column.hidden !== true && !isKey(column))
      .map((column) => ({
        ...column,
        sql:
          column.sql ??
          (relation.name === undefined
            ? quoteName(column.name)
            : quotePath([relation.name, column.name])),
      })),
  );
}
