import { assertNever } from "../../../util/assert-never.ts";
import { quoteName } from "../../quote-name.ts";
import type { SqlColumn } from "../../sql-catalog.ts";
import type { TranslatedQuery } from "../../translated-query.ts";
import type { Translation } from "../../translation.ts";
import type { Expression } from "../../tree/expression.ts";
import type {
  Command,
  CreateTableStatement,
  CreateViewStatement,
  InsertStatement,
  Statement,
} from "../../tree/statement.ts";
import { emitAlterTable } from "./emit-alter-table.ts";
import { emitDelete, emitMerge, emitUpdate } from "./emit-dml.ts";
import { emitColumnDefinition, emitPartition, relationSql } from "./emit-statement-parts.ts";
import type { Scope } from "../scope/scope.ts";
import { asCondition } from "../expression/emit-comparison.ts";

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
  if (!("partition" in command)) return command;
  const { partition, ...rest } = command;
  return { ...rest, partition: emitPartition(partition, scope) };
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

/** INSERT: the query as it is; the engine casts its columns by Spark's store assignment rules. */
function emitInsert(statement: InsertStatement, scope: Scope): Translation {
  const { query, partition, replaceWhere, at: _at, ...rest } = statement;
  const columns = scope.emitter.catalog.columns(statement.target.schema, statement.target.name);
  const condition =
    replaceWhere === undefined
      ? undefined
      : emitReplaceWhere(replaceWhere, statement, columns, scope);
  return {
    ...rest,
    partition: emitPartition(partition, scope),
    query: scope.emitter.emitQuery(query, scope),
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
