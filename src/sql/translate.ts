import { notSupported } from "../errors/not-supported.ts";
import { emitExpression } from "./generator/expression/emit-expression.ts";
import { emitQuery } from "./generator/query/emit-query.ts";
import { emitStatement } from "./generator/statement/emit-statement.ts";
import { rootScope, type Emitter } from "./generator/scope/scope.ts";
import { placeAt } from "./lexer/place-at.ts";
import { parseStatement } from "./parse-statement.ts";
import type { SqlCatalog } from "./sql-catalog.ts";
import type { Translation } from "./translation.ts";

/**
 * Turns one Spark SQL statement (Spark 3.5, ANSI off) into what the engine has to do.
 *
 * Throws an EngineError with the place in `sparkSql`: SQL_SYNTAX and SQL_UNCLOSED for text that Spark
 * would not parse, SQL_COLUMN_NOT_FOUND, SQL_TYPE_MISMATCH and the like for what its analyzer would
 * refuse, NOT_SUPPORTED for what cannot be translated. Never answers with a query that means
 * something else.
 */
export function translate(sparkSql: string, catalog: SqlCatalog): Translation {
  const statement = parseStatement(sparkSql);
  return emitStatement(statement, rootScope(createEmitter(sparkSql, catalog)));
}

function createEmitter(text: string, catalog: SqlCatalog): Emitter {
  let count = 0;
  return {
    catalog,
    emitExpression,
    emitQuery,
    freshName: (hint) => `_${hint}${(count += 1)}`,
    place: (at) => placeAt(text, at),
    notSupported: (what, at) => notSupported(what, "on the local engine", placeAt(text, at)),
  };
}
