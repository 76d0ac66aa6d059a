import { sqlColumnNotFound } from "../../../errors/sql-errors.ts";
import { quoteName, quotePath } from "../../quote-name.ts";
import type { JoinType, RelationNode } from "../../tree/query.ts";
import { asCondition } from "../expression/emit-comparison.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
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
  const keys = keysOf(node, left, right, scope);
  const joined = `${left.sql} ${condition(node, { left, right, keys, scope })}`;
  const isHalf = node.type === "semi" || node.type === "anti";
  if (isHalf) return { ...left, sql: joined };
  const merged =
    keys === undefined ? bothSides(left, right) : mergeKeys(node.type, left, right, keys);
  return { sql: joined, ...merged };
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

interface Sides {
  readonly left: EmittedRelation;
  readonly right: EmittedRelation;
  readonly keys: readonly string[] | undefined;
  readonly scope: Scope;
}

function condition(node: Join, { left, right, keys, scope }: Sides): string {
  if (keys !== undefined && keys.length > 0) {
    const word = node.type === "cross" ? "JOIN" : WORDS[node.type];
    return `${word} ${right.sql} USING (${keys.map(quoteName).join(", ")})`;
  }
  if (node.on === undefined) {
    const isCross = node.type === "inner" || node.type === "cross";
    return isCross ? `CROSS JOIN ${right.sql}` : `${WORDS[node.type]} ${right.sql} ON TRUE`;
  }
  const both = { ...scope, relations: [...left.relations, ...right.relations] };
  const on = asCondition(scope.emitter.emitExpression(node.on, both), both, node.on.at);
  const word = node.type === "cross" ? "JOIN" : WORDS[node.type];
  return `${word} ${right.sql} ON ${on.sql}`;
}

type Names = Omit<EmittedRelation, "sql">;

function bothSides(left: EmittedRelation, right: EmittedRelation): Names {
  const star =
    left.star === undefined || right.star === undefined ? undefined : [...left.star, ...right.star];
  return {
    relations: [...left.relations, ...right.relations],
    star,
    isPlainStar: left.isPlainStar && right.isPlainStar,
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
  const own = type === "right" ? right : left;
  const keyColumns = keys.flatMap((key): ScopeColumn[] => {
    const column = own.star?.find((each) => each.name.toLowerCase() === key.toLowerCase());
    return column === undefined
      ? []
      : [{ name: column.name, type: column.type, sql: quoteName(column.name) }];
  });
  const rest = [...qualified(left, isKey), ...qualified(right, isKey)];
  const isKnown = left.star !== undefined && right.star !== undefined;
  return {
    relations: [{ columns: keyColumns }, ...left.relations.map(hide), ...right.relations.map(hide)],
    star: isKnown ? [...keyColumns, ...rest] : undefined,
    isPlainStar: false,
  };
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
