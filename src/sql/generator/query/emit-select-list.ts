import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { quoteName, quotePath } from "../../quote-name.ts";
import type { Expression, StarExpression } from "../../tree/expression.ts";
import type { SelectItem } from "../../tree/query.ts";
import type { StructField } from "../../spark-type.ts";
import type { OutputColumn } from "../../translated-query.ts";
import { emitGenerator, isGeneratorName } from "../relation/emit-generator.ts";
import type { EmittedRelation } from "../relation/emitted-relation.ts";
import { findRelation } from "../scope/find-relation.ts";
import { resolveColumn, aliasUse } from "../scope/resolve-column.ts";
import type { Scope, ScopeColumn } from "../scope/scope.ts";
import { sparkName } from "../expression/spark-name.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

/** One item of a select list. */
export interface EmittedItem {
  readonly text: string;
  readonly name: string;
  /** The item's expression; absent for a star. */
  readonly value?: TypedSql;
  /** True for a name that the user gave. */
  readonly isAlias: boolean;
  readonly columns: readonly OutputColumn[] | undefined;
}

/** The select list: each item may use the aliases before it (lateral column aliases). */
export function emitSelectList(
  items: readonly SelectItem[],
  scope: Scope,
  from: EmittedRelation | undefined,
): readonly EmittedItem[] {
  const emitted: EmittedItem[] = [];
  const aliases = new Map<string, TypedSql>();
  for (const item of items) {
    const inner = { ...scope, aliases };
    const next = emitItem(item, inner, from);
    emitted.push(...next);
    for (const each of next) {
      if (each.isAlias && each.value !== undefined)
        aliases.set(each.name.toLowerCase(), aliasUse(each.value));
    }
  }
  return emitted;
}

function emitItem(
  item: SelectItem,
  scope: Scope,
  from: EmittedRelation | undefined,
): readonly EmittedItem[] {
  const { expression } = item;
  if (expression.kind === "star") return [emitStar(expression, scope, from, item.at)];
  if (expression.kind === "call" && isGeneratorName(expression.name.at(-1) ?? "")) {
    return emitGeneratorItem(item, expression, scope);
  }
  if (item.aliases.length > 1) {
    throw sqlRuleBroken("only a generator takes more than one alias", scope.emitter.place(item.at));
  }
  const value = scope.emitter.emitExpression(expression, scope);
  const [alias] = item.aliases;
  const name = alias ?? sparkName(expression);
  const isSame = isNamedLike(expression, value, name);
  const text = isSame ? value.sql : `${value.sql} AS ${quoteName(name)}`;
  const isColumn = expression.kind === "column" && value.comment !== undefined;
  const column = { name, type: value.type, ...(isColumn ? { comment: value.comment } : {}) };
  return [{ text, name, value, isAlias: alias !== undefined, columns: [column] }];
}

/** True where DuckDB names the column so by itself. */
function isNamedLike(expression: Expression, value: TypedSql, name: string): boolean {
  if (expression.kind !== "column") return false;
  const quoted = quoteName(name);
  return value.sql === quoted || value.sql.endsWith(`.${quoted}`);
}

function emitGeneratorItem(
  item: SelectItem,
  call: Extract<Expression, { kind: "call" }>,
  scope: Scope,
): readonly EmittedItem[] {
  const columns = emitGenerator({ ...call, at: item.at }, scope, false);
  if (item.aliases.length > 0 && item.aliases.length !== columns.length) {
    const problem = `the generator gives ${columns.length} column(s), and ${item.aliases.length} alias(es) name them`;
    throw sqlRuleBroken(problem, scope.emitter.place(item.at));
  }
  return columns.map((column, index) => {
    const name = item.aliases[index] ?? column.name;
    // The alias of a set of rows is used by its name, never by its expression.
    const value = atom(quoteName(name), column.value.type);
    const text = `${column.value.sql} AS ${quoteName(name)}`;
    return { text, name, value, isAlias: true, columns: [{ name, type: column.value.type }] };
  });
}

function emitStar(
  star: StarExpression,
  scope: Scope,
  from: EmittedRelation | undefined,
  at: number,
): EmittedItem {
  const base = { name: "*", isAlias: false } as const;
  if (star.qualifier.length > 0) return { ...base, ...qualifiedStar(star, scope, at) };
  if (from === undefined) throw sqlRuleBroken('"*" needs FROM', scope.emitter.place(at));
  const except = star.except.map((parts) => parts.join(".").toLowerCase());
  const kept = from.star?.filter((column) => !isExcluded(column, except));
  checkExcept(star, from.star, scope, at);
  const text =
    from.isPlainStar || kept === undefined ? `*${exclude(star)}` : kept.map(columnText).join(", ");
  return { ...base, text, columns: kept?.map(asOutput) };
}

/** What the query around sees of a column: not how this query writes it. */
function asOutput({ name, type, comment }: ScopeColumn): OutputColumn {
  return { name, type, ...(comment === undefined ? {} : { comment }) };
}

function columnText(column: ScopeColumn): string {
  const name = quoteName(column.name);
  return column.sql === undefined || column.sql === name || column.sql.endsWith(`.${name}`)
    ? (column.sql ?? name)
    : `${column.sql} AS ${name}`;
}

function isExcluded(column: ScopeColumn, except: readonly string[]): boolean {
  return except.some(
    (name) => name === column.name.toLowerCase() || name.endsWith(`.${column.name.toLowerCase()}`),
  );
}

function exclude(star: StarExpression): string {
  if (star.except.length === 0) return "";
  return ` EXCLUDE (${star.except.map((parts) => quoteName(parts.at(-1) ?? "")).join(", ")})`;
}

function checkExcept(
  star: StarExpression,
  columns: readonly { readonly name: string }[] | undefined,
  scope: Scope,
  at: number,
): void {
  for (const parts of star.except) {
    const name = (parts.at(-1) ?? "").toLowerCase();
    const has = columns?.some((column) => column.name.toLowerCase() === name) ?? true;
    if (!has)
      throw sqlRuleBroken(
        `EXCEPT names "${parts.join(".")}", which "*" does not give`,
        scope.emitter.place(at),
      );
  }
}

/** `t.*`, `schema.t.*`, or the fields of a struct column. */
function qualifiedStar(
  star: StarExpression,
  scope: Scope,
  at: number,
): Pick<EmittedItem, "text" | "columns"> {
  const relation = findRelation(star.qualifier, scope);
  if (relation === undefined) return structStar(star, scope, at);
  const except = star.except.map((parts) => (parts.at(-1) ?? "").toLowerCase());
  checkExcept(star, relation.columns, scope, at);
  const columns = relation.columns?.filter((column) => !isExcluded(column, except));
  const name = relation.name ?? "";
  const isOwn = scope.relations.includes(relation);
  const isHidden = relation.columns?.some((column) => column.hidden === true) ?? false;
  if (columns === undefined || (isOwn && !isHidden))
    return { text: `${quoteName(name)}.*${exclude(star)}`, columns: columns?.map(asOutput) };
  return {
    text: columns.map((column) => column.sql ?? quotePath([name, column.name])).join(", "),
    columns: columns.map(asOutput),
  };
}

function structStar(
  star: StarExpression,
  scope: Scope,
  at: number,
): Pick<EmittedItem, "text" | "columns"> {
  const value = resolveColumn(star.qualifier, scope, at);
  if (value?.type.kind !== "struct") {
    throw sqlRuleBroken(
      `there is no relation "${star.qualifier.join(".")}" for its "*"`,
      scope.emitter.place(at),
    );
  }
  const fields = fieldsWithout(star, value.type.fields, scope, at);
  const text = fields.map(
    (field) =>
      `struct_extract(${value.sql}, '${field.name.replaceAll("'", "''")}') AS ${quoteName(field.name)}`,
  );
  return {
    text: text.join(", "),
    columns: fields.map(({ name, type }) => ({ name, type })),
  };
}

function fieldsWithout(
  star: StarExpression,
  fields: readonly StructField[],
  scope: Scope,
  at: number,
): readonly StructField[] {
  if (star.except.some((parts) => parts.length > 1))
    throw scope.emitter.notSupported("EXCEPT of a field inside of a field", at);
  checkExcept(star, fields, scope, at);
  const except = star.except.flat().map((name) => name.toLowerCase());
  return fields.filter((field) => !except.includes(field.name.toLowerCase()));
}
