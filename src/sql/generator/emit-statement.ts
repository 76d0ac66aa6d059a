import { assertNever } from "../../util/assert-never.ts";
import { quoteName } from "../quote-name.ts";
import type { SqlColumn } from "../sql-catalog.ts";
import type { TranslatedQuery, Translation } from "../translation.ts";
import type { Expression } from "../tree/expression.ts";
import type {
  Command,
  CreateTableStatement,
  CreateViewStatement,
  InsertStatement,
  Statement,
} from "../tree/statement.ts";
import { castTo } from "./cast.ts";
import { emitAlterTable } from "./emit-alter-table.ts";
import { emitDelete, emitMerge, emitUpdate } from "./emit-dml.ts";
import { emitColumnDefinition, emitPartition, relationSql } from "./emit-statement-parts.ts";
import type { Scope } from "./scope.ts";
import { asCondition } from "./emit-comparison.ts";

/** One statement as what the engine has to do. */
export function emitStatement(statement: Statement, scope: Scope): Translation {
  const { emitQuery } = scope.emitter;
  switch (statement.kind) {
    case "query":
      return { kind: "query", ...emitQuery(statement.query, scope) };
    case "explain":
      return { kind: "explain", query: emitQuery(statement.query, scope), mode: statement.mode };
    case "describe-query":
      return { kind: "describe", what: "query", query: emitQuery(statement.query, scope) };
    case "create-table":
      return emitCreateTable(statement, scope);
    case "create-view":
      return emitCreateView(statement, scope);
    case "insert":
      return emitInsert(statement, scope);
    case "merge":
      return emitMerge(statement, scope);
    case "update":
      return emitUpdate(statement, scope);
    case "delete":
      return emitDelete(statement, scope);
    case "truncate":
      return {
        kind: "truncate",
        target: statement.target,
        duckSql: `DELETE FROM ${relationSql(statement.target)}`,
      };
    case "alter-table":
      return emitAlterTable(statement, scope);
    case "alter-view-as": {
      const { target, sparkSql } = statement;
      return {
        kind: "alter-view",
        action: "as",
        target,
        sparkSql,
        query: emitQuery(statement.query, scope),
      };
    }
    case "command":
      return emitCommand(statement.command, scope);
    default:
      return assertNever(statement);
  }
}

function emitCommand(command: Command, scope: Scope): Translation {
  if (!("partition" in command) || command.partition === undefined) {
    return withoutPartition(command);
  }
  const partition = emitPartition(command.partition, scope);
  return { ...command, partition };
}

/** A command without partition is a translation as it is. */
function withoutPartition(command: Command): Translation {
  if (!("partition" in command)) return command;
  const { partition: _none, ...rest } = command;
  return rest;
}

function emitCreateTable(statement: CreateTableStatement, scope: Scope): Translation {
  const { query, columns, at: _at, ...rest } = statement;
  const definitions = columns.map((column) => emitColumnDefinition(column, scope));
  if (query === undefined) return { ...rest, columns: definitions };
  return { ...rest, columns: definitions, query: scope.emitter.emitQuery(query, scope) };
}

function emitCreateView(statement: CreateViewStatement, scope: Scope): Translation {
  const { query, at: _at, ...rest } = statement;
  const translated = scope.emitter.emitQuery(query, scope);
  const names = statement.columns?.map((column) => column.name);
  return { ...rest, query: names === undefined ? translated : named(translated, names) };
}

/** The query with other column names. */
function named(query: TranslatedQuery, names: readonly string[]): TranslatedQuery {
  const columns = names.map((name, index) => ({
    name,
    type: query.columns?.[index]?.type ?? ({ kind: "unknown" } as const),
  }));
  return {
    duckSql: `SELECT * FROM (${query.duckSql}) AS v(${names.map(quoteName).join(", ")})`,
    columns,
  };
}

/** INSERT: the query's values are cast to the target's column types by position or name. */
function emitInsert(statement: InsertStatement, scope: Scope): Translation {
  const { query, partition, replaceWhere, at, ...rest } = statement;
  const translated = scope.emitter.emitQuery(query, scope);
  const columns = scope.emitter.catalog.columns(statement.target.schema, statement.target.name);
  const targets = targetsOf(statement, translated, columns);
  const condition =
    replaceWhere === undefined
      ? undefined
      : emitReplaceWhere(replaceWhere, statement, columns, scope);
  return {
    ...rest,
    partition: emitPartition(partition, scope),
    query: targets === undefined ? translated : castQuery(translated, targets, scope, at),
    ...(condition === undefined ? {} : { replaceWhere: condition }),
  };
}

function emitReplaceWhere(
  condition: Expression,
  { target }: InsertStatement,
  columns: readonly SqlColumn[] | undefined,
  scope: Scope,
): string {
  const inner = { ...scope, relations: [{ name: target.name, columns }] };
  return asCondition(scope.emitter.emitExpression(condition, inner), inner, condition.at).sql;
}

/** The target column of each of the query's columns; undefined where something is not known. */
function targetsOf(
  { columns, byName, partition }: InsertStatement,
  query: TranslatedQuery,
  target: readonly SqlColumn[] | undefined,
): readonly SqlColumn[] | undefined {
  if (target === undefined || query.columns === undefined) return undefined;
  const find = (name: string): SqlColumn | undefined =>
    target.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const statics = new Set(
    partition.filter((item) => item.value !== undefined).map((item) => item.column.toLowerCase()),
  );
  const open = target.filter((column) => !statics.has(column.name.toLowerCase()));
  const wanted = byName
    ? query.columns.map((column) => find(column.name))
    : columns === undefined
      ? open
      : columns.map(find);
  const known = wanted.flatMap((column) => (column === undefined ? [] : [column]));
  return known.length === query.columns.length && known.length === wanted.length
    ? known
    : undefined;
}

function castQuery(
  query: TranslatedQuery,
  targets: readonly SqlColumn[],
  scope: Scope,
  at: number,
): TranslatedQuery {
  const own = query.columns ?? [];
  const items = own.map((column, index) => {
    const type = targets[index]?.type ?? column.type;
    const value = castTo({ sql: `c${index + 1}`, type: column.type, atomic: true }, type, {
      scope,
      at,
    });
    return {
      text: `${value.sql} AS ${quoteName(column.name)}`,
      isSame: value.sql === `c${index + 1}`,
      type,
    };
  });
  if (items.every((item) => item.isSame)) return query;
  const names = own.map((_column, index) => `c${index + 1}`).join(", ");
  return {
    duckSql: `SELECT ${items.map((item) => item.text).join(", ")} FROM (${query.duckSql}) AS s(${names})`,
    columns: own.map((column, index) => ({
      name: column.name,
      type: items[index]?.type ?? column.type,
    })),
  };
}
