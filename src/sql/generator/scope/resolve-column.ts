import { sqlColumnAmbiguous, sqlColumnNotFound } from "../../../errors/sql-errors.ts";
import { quoteName, quotePath } from "../../quote-name.ts";
import { UNKNOWN } from "../../types/spark-types.ts";
import { accessField } from "./access-field.ts";
import { isQualifiedBy } from "./find-relation.ts";
import type { Scope, ScopeColumn, ScopeRelation } from "./scope.ts";
import { atom, operand, type TypedSql } from "./typed-sql.ts";

/**
 * A dotted name as DuckDB SQL: a lambda's parameter, a column (qualified or not) with fields behind
 * it, a select-list alias, or the same in an outer query. Undefined where nothing has the name.
 */
export function resolveColumn(
  parts: readonly string[],
  scope: Scope,
  at: number,
): TypedSql | undefined {
  const [first, ...fields] = parts;
  const parameter = first === undefined ? undefined : scope.lambda.get(first.toLowerCase());
  if (parameter !== undefined) return withFields(parameter, fields, { scope, at });
  for (let level: Scope | undefined = scope; level !== undefined; level = level.parent) {
    const found = resolveInLevel(parts, level, at);
    if (found !== undefined) {
      markCorrelated(scope, level);
      return found;
    }
  }
  return undefined;
}

/** Every query between the name and its owner depends on the query around it. */
function markCorrelated(from: Scope, owner: Scope): void {
  for (
    let level: Scope | undefined = from;
    level !== undefined && level !== owner;
    level = level.parent
  ) {
    level.correlation.isCorrelated = true;
  }
}

/** The error for a name that nothing has. */
export function columnNotFound(parts: readonly string[], scope: Scope, at: number): Error {
  const names = scope.relations.flatMap((relation) =>
    (relation.columns ?? []).map((column) => column.name),
  );
  return sqlColumnNotFound(parts.join("."), names.slice(0, 20), scope.emitter.place(at));
}

function resolveInLevel(parts: readonly string[], scope: Scope, at: number): TypedSql | undefined {
  const alias = (): TypedSql | undefined => resolveAlias(parts, scope, at);
  const column = (): TypedSql | undefined => resolveInRelations(parts, scope, at);
  return scope.aliasesFirst ? (alias() ?? column()) : (column() ?? alias());
}

function resolveAlias(parts: readonly string[], scope: Scope, at: number): TypedSql | undefined {
  const [first, ...fields] = parts;
  const alias = first === undefined ? undefined : scope.aliases.get(first.toLowerCase());
  return alias === undefined ? undefined : withFields(alias, fields, { scope, at });
}

interface Where {
  readonly scope: Scope;
  readonly at: number;
}

function withFields(base: TypedSql, fields: readonly string[], where: Where): TypedSql {
  return fields.reduce((value, field) => accessField(value, field, where.scope, where.at), base);
}

interface Candidate {
  readonly relation: ScopeRelation;
  readonly column: ScopeColumn;
  readonly fields: readonly string[];
  readonly sql: string;
}

function resolveInRelations(
  parts: readonly string[],
  scope: Scope,
  at: number,
): TypedSql | undefined {
  const candidates = findCandidates(parts, scope);
  const [found, second] = candidates;
  if (found === undefined) return resolveInUnknown(parts, scope, at);
  if (second !== undefined) {
    const owners = candidates.map(({ relation }) => relation.name ?? "?");
    throw sqlColumnAmbiguous(parts.join("."), owners, scope.emitter.place(at));
  }
  const { comment } = found.column;
  const column = atom(found.sql, found.column.type);
  const base = comment === undefined ? column : { ...column, comment };
  return withFields(base, found.fields, { scope, at });
}

/** Longest qualifier first: `schema.table.column`, `table.column`, `column`. */
function findCandidates(parts: readonly string[], scope: Scope): readonly Candidate[] {
  for (const length of [2, 1, 0]) {
    const qualifier = parts.slice(0, length);
    const [name, ...fields] = parts.slice(length);
    if (name === undefined || qualifier.length < length) continue;
    const found = scope.relations
      .filter((relation) => isQualifiedBy(relation, qualifier))
      .flatMap((relation) => candidatesIn(relation, { qualifier, name, fields }));
    if (found.length > 0) return found;
  }
  return [];
}

interface Wanted {
  readonly qualifier: readonly string[];
  readonly name: string;
  readonly fields: readonly string[];
}

function candidatesIn(relation: ScopeRelation, wanted: Wanted): Candidate[] {
  const name = wanted.name.toLowerCase();
  const isOpen = (column: ScopeColumn): boolean =>
    column.hidden !== true || wanted.qualifier.length > 0;
  return (relation.columns ?? [])
    .filter((column) => column.name.toLowerCase() === name && isOpen(column))
    .map((column) => ({
      relation,
      column,
      fields: wanted.fields,
      sql: column.sql ?? quotePath([...qualifierOf(relation, wanted.qualifier), column.name]),
    }));
}

/** How to write a qualifier: with the schema only where FROM has it too, as named there. */
function qualifierOf(relation: ScopeRelation, qualifier: readonly string[]): readonly string[] {
  if (qualifier.length === 0) return [];
  const name = relation.name ?? qualifier.at(-1) ?? "";
  return qualifier.length > 1 && relation.schema !== undefined && relation.isSchemaImplied !== true
    ? [relation.schema, name]
    : [name];
}

/** A relation without known columns may have the name: the engine finds out. */
function resolveInUnknown(
  parts: readonly string[],
  scope: Scope,
  at: number,
): TypedSql | undefined {
  const [first, second, ...rest] = parts;
  if (first === undefined) return undefined;
  const open = scope.relations.filter((relation) => relation.columns === undefined);
  const owner = open.find((relation) => isQualifiedBy(relation, [first]));
  if (owner !== undefined && second !== undefined) {
    return withFields(atom(quotePath([first, second]), UNKNOWN), rest, { scope, at });
  }
  if (open.length === 0) return undefined;
  const fields = second === undefined ? [] : [second, ...rest];
  return withFields(atom(quoteName(first), UNKNOWN), fields, { scope, at });
}

/** An alias's expression where the name is used: in parentheses when it has an operator. */
export function aliasUse(expression: TypedSql): TypedSql {
  return { ...expression, sql: operand(expression), atomic: true };
}
