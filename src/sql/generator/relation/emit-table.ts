import { sqlRelationNotFound, sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { quoteName, quotePath, quoteString } from "../../quote-name.ts";
import type { Located } from "../../tree/expression.ts";
import type { TableAlias } from "../../tree/query.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope, ScopeColumn, ScopeRelation } from "../scope/scope.ts";

interface NamedTable extends Located {
  readonly name: readonly string[];
  readonly alias?: TableAlias;
}

/** A table, view or common table expression by name. */
export function emitNamedTable(node: NamedTable, scope: Scope): EmittedRelation {
  const [table = "", schema, , tooMany] = node.name.toReversed();
  if (tooMany !== undefined)
    throw scope.emitter.notSupported(`the name "${node.name.join(".")}"`, node.at);
  const file = schema === undefined ? undefined : fileReader(schema, table);
  if (file !== undefined) return aliased(file, undefined, node.alias, { scope, at: node.at });
  const isCte = schema === undefined && scope.ctes.has(table.toLowerCase());
  const columns = isCte
    ? scope.ctes.get(table.toLowerCase())
    : scope.emitter.catalog.columns(schema, table);
  if (columns === undefined && !isCte) {
    throw sqlRelationNotFound(node.name, scope.emitter.place(node.at));
  }
  const sql = quotePath(schema === undefined ? [table] : [schema, table]);
  const relation: ScopeRelation = { name: table, columns, ...schemaOf(schema, isCte, scope) };
  return aliased(sql, relation, node.alias, { scope, at: node.at });
}

/** A table named alone may be referred to by the current schema's name as well. */
function schemaOf(
  schema: string | undefined,
  isCte: boolean,
  scope: Scope,
): Partial<ScopeRelation> {
  if (schema !== undefined) return { schema };
  return isCte ? {} : { schema: scope.emitter.catalog.currentSchema, isSchemaImplied: true };
}

/** parquet.`path`, csv.`path`, json.`path`: a file where a table is expected. */
function fileReader(format: string, path: string): string | undefined {
  const readers: Readonly<Record<string, string>> = {
    parquet: "read_parquet",
    csv: "read_csv",
    json: "read_json",
  };
  const reader = readers[format.toLowerCase()];
  return reader === undefined || !/[/\\.]/.test(path)
    ? undefined
    : `${reader}(${quoteString(path)})`;
}

interface Where {
  readonly scope: Scope;
  readonly at: number;
}

/** A relation under its alias: `sql AS t(a, b)`. */
export function aliased(
  sql: string,
  own: ScopeRelation | undefined,
  alias: TableAlias | undefined,
  where: Where,
): EmittedRelation {
  const columns = renamed(own?.columns, alias, where);
  const base = { star: columns, isPlainStar: true };
  if (alias === undefined) return { sql, relations: [own ?? { columns }], ...base };
  const name = alias.name ?? own?.name ?? where.scope.emitter.freshName("t");
  const list = alias.columns.length === 0 ? "" : `(${alias.columns.map(quoteName).join(", ")})`;
  return { sql: `${sql} AS ${quoteName(name)}${list}`, relations: [{ name, columns }], ...base };
}

function renamed(
  columns: readonly ScopeColumn[] | undefined,
  alias: TableAlias | undefined,
  { scope, at }: Where,
): readonly ScopeColumn[] | undefined {
  if (alias === undefined || alias.columns.length === 0) return columns;
  if (columns !== undefined && columns.length !== alias.columns.length) {
    const problem = `the alias lists ${alias.columns.length} column(s), and the relation has ${columns.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(at));
  }
  return alias.columns.map((name, index) => ({
    type: { kind: "unknown" },
    ...columns?.[index],
    name,
  }));
}
