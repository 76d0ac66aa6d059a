import { quoteName, quotePath } from "../../quote-name.ts";
import type { RelationName } from "../../translated-query.ts";
import type { Translation } from "../../translation.ts";
import type { Expression } from "../../tree/expression.ts";
import type {
  Assignment,
  DeleteStatement,
  MergeAction,
  MergeClause,
  MergeStatement,
  UpdateStatement,
} from "../../tree/statement.ts";
import { castTo } from "../cast/cast.ts";
import { emitFilter } from "../expression/emit-filter.ts";
import { emitRelation } from "../relation/emit-relation.ts";
import { relationSql } from "./emit-statement-parts.ts";
import type { Scope, ScopeRelation } from "../scope/scope.ts";
import { columnNotFound } from "../scope/resolve-column.ts";

interface Target {
  readonly sql: string;
  readonly relation: ScopeRelation;
}

function targetOf(name: RelationName, alias: string | undefined, scope: Scope): Target {
  const columns = scope.emitter.catalog.columns(name.schema, name.name);
  const base = { name: alias ?? name.name, columns };
  const relation =
    alias === undefined && name.schema !== undefined ? { ...base, schema: name.schema } : base;
  return {
    sql: `${relationSql(name)}${alias === undefined ? "" : ` AS ${quoteName(alias)}`}`,
    relation,
  };
}

/** UPDATE t SET a = b WHERE c */
export function emitUpdate(statement: UpdateStatement, outer: Scope): Translation {
  const target = targetOf(statement.target, statement.alias, outer);
  const scope = { ...outer, relations: [target.relation] };
  const set = statement.assignments
    .map((each) => emitAssignment(each, target.relation, scope))
    .join(", ");
  const duckSql = `UPDATE ${target.sql} SET ${set}${emitWhere(statement.where, scope)}`;
  return { kind: "update", target: statement.target, duckSql };
}

/** DELETE FROM t WHERE c */
export function emitDelete(statement: DeleteStatement, outer: Scope): Translation {
  const target = targetOf(statement.target, statement.alias, outer);
  const scope = { ...outer, relations: [target.relation] };
  const duckSql = `DELETE FROM ${target.sql}${emitWhere(statement.where, scope)}`;
  return { kind: "delete", target: statement.target, duckSql };
}

function emitWhere(where: Expression | undefined, scope: Scope): string {
  if (where === undefined) return "";
  return ` WHERE ${emitFilter(where, scope).sql}`;
}

/** The last part of the path is the column: `t.a = 1` and `a = 1` mean the same. */
function emitAssignment(
  { path, value, at }: Assignment,
  target: ScopeRelation,
  scope: Scope,
): string {
  const column = path.at(-1) ?? "";
  const isQualified = path.length === 2 && path[0]?.toLowerCase() === target.name?.toLowerCase();
  if (path.length > 1 && !isQualified)
    throw scope.emitter.notSupported(`setting the field "${path.join(".")}"`, at);
  return `${quoteName(column)} = ${valueFor(column, value, target, scope)}`;
}

/** A value in its target column's type. */
function valueFor(column: string, value: Expression, target: ScopeRelation, scope: Scope): string {
  const emitted = scope.emitter.emitExpression(value, scope);
  const type = target.columns?.find(
    (each) => each.name.toLowerCase() === column.toLowerCase(),
  )?.type;
  return type === undefined ? emitted.sql : castTo(emitted, type, { scope, at: value.at }).sql;
}

/** MERGE INTO t USING s ON ... WHEN ... */
export function emitMerge(statement: MergeStatement, outer: Scope): Translation {
  const target = targetOf(statement.target, statement.alias, outer);
  const source = emitRelation(statement.source, outer, []);
  const scope = { ...outer, relations: [target.relation, ...source.relations] };
  const on = emitFilter(statement.on, scope).sql;
  const sides: Sides = {
    target: target.relation,
    source: source.relations,
    scope,
    at: statement.on.at,
  };
  const clauses = statement.clauses.map((clause) => emitClause(clause, sides));
  const duckSql = `MERGE INTO ${target.sql} USING ${source.sql} ON ${on} ${clauses.join(" ")}`;
  const base = { kind: "merge", target: statement.target, duckSql } as const;
  const matched = statement.clauses.filter((clause) => clause.when === "matched");
  if (!canBeAmbiguous(matched)) return base;
  const applies = emitMatchedTest(matched, scope);
  const row = quotePath([...rowOwner(statement), "rowid"]);
  const ambiguitySql = `SELECT 1 FROM ${target.sql} JOIN ${source.sql} ON (${on})${applies} GROUP BY ${row} HAVING count(*) > 1 LIMIT 1`;
  return { ...base, ambiguitySql };
}

/** Several source rows for one target row are an error, unless all they do is delete it. */
function canBeAmbiguous(matched: readonly MergeClause[]): boolean {
  const [only, second] = matched;
  if (only === undefined) return false;
  return second !== undefined || only.action.kind !== "delete" || only.condition !== undefined;
}

/** Only rows to which some clause applies count. */
function emitMatchedTest(matched: readonly MergeClause[], scope: Scope): string {
  const tests = matched.map(({ condition }) =>
    condition === undefined ? undefined : conditionSql(condition, scope),
  );
  if (tests.includes(undefined)) return "";
  return ` AND (${tests.map((test) => `(${test ?? "TRUE"})`).join(" OR ")})`;
}

function rowOwner({ alias, target }: MergeStatement): readonly string[] {
  if (alias !== undefined) return [alias];
  return target.schema === undefined ? [target.name] : [target.schema, target.name];
}

interface Sides {
  readonly target: ScopeRelation;
  readonly source: readonly ScopeRelation[];
  readonly scope: Scope;
  /** Where the statement can be pointed at for what is missing in a `*`. */
  readonly at: number;
}

const WHEN: Readonly<Record<MergeClause["when"], string>> = {
  matched: "WHEN MATCHED",
  "not-matched": "WHEN NOT MATCHED",
  "not-matched-by-source": "WHEN NOT MATCHED BY SOURCE",
};

function emitClause(clause: MergeClause, sides: Sides): string {
  const { target, source } = sides;
  const visible = {
    matched: [target, ...source],
    "not-matched": source,
    "not-matched-by-source": [target],
  }[clause.when];
  const scope = { ...sides.scope, relations: visible };
  const { condition } = clause;
  const test = condition === undefined ? "" : ` AND ${conditionSql(condition, scope)}`;
  return `${WHEN[clause.when]}${test} THEN ${emitAction(clause.action, { ...sides, scope })}`;
}

function conditionSql(condition: Expression, scope: Scope): string {
  return emitFilter(condition, scope).sql;
}

function emitAction(action: MergeAction, sides: Sides): string {
  const { target, scope } = sides;
  switch (action.kind) {
    case "delete":
      return "DELETE";
    case "update-all":
      return updateAll(sides);
    case "insert-all":
      return insertAll(sides);
    case "update":
      return `UPDATE SET ${action.assignments.map((each) => emitAssignment(each, target, scope)).join(", ")}`;
    case "insert": {
      const names =
        action.columns.length > 0
          ? action.columns.map((path) => path.at(-1) ?? "")
          : (target.columns?.map((column) => column.name) ?? []);
      const values = action.values.map((value, index) =>
        valueFor(names[index] ?? "", value, target, scope),
      );
      return `INSERT (${names.map(quoteName).join(", ")}) VALUES (${values.join(", ")})`;
    }
  }
}

/** `UPDATE SET *`: every column of the target, from the source's column of that name. */
function updateAll(sides: Sides): string {
  const pairs = allColumns(sides);
  if (pairs === undefined) return "UPDATE SET *";
  return `UPDATE SET ${pairs.map(({ column, value }) => `${quoteName(column)} = ${value}`).join(", ")}`;
}

function insertAll(sides: Sides): string {
  const pairs = allColumns(sides);
  if (pairs === undefined) return "INSERT *";
  const names = pairs.map(({ column }) => quoteName(column)).join(", ");
  return `INSERT (${names}) VALUES (${pairs.map(({ value }) => value).join(", ")})`;
}

/** A column that the source lacks is an error, as for Delta and Iceberg. */
function allColumns({
  target,
  source,
  scope,
  at,
}: Sides): readonly { readonly column: string; readonly value: string }[] | undefined {
  const [only] = source;
  const given = only?.columns;
  if (target.columns === undefined || given === undefined || source.length !== 1) return undefined;
  const prefix = only?.name === undefined ? "" : `${quoteName(only.name)}.`;
  return target.columns.map(({ name }) => {
    const other = given.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (other === undefined) throw columnNotFound([name], { ...scope, relations: source }, at);
    return { column: name, value: `${prefix}${quoteName(other.name)}` };
  });
}
