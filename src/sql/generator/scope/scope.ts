import type { EngineError } from "../../../errors/engine-error.ts";
import type { Place } from "../../../errors/place.ts";
import type { SqlCatalog } from "../../sql-catalog.ts";
import type { OutputColumn, TranslatedQuery } from "../../translated-query.ts";
import type { Expression, WindowSpec } from "../../tree/expression.ts";
import type { Query } from "../../tree/query.ts";
import type { TypedSql } from "./typed-sql.ts";

/** What every part of the generator shares for one statement. */
export interface Emitter {
  readonly catalog: SqlCatalog;
  readonly emitExpression: (node: Expression, scope: Scope) => TypedSql;
  readonly emitQuery: (query: Query, scope: Scope, use?: QueryUse) => TranslatedQuery;
  /** A name that nothing in the statement has: `_sp1`, `_sp2`, ... */
  readonly freshName: (hint: string) => string;
  readonly place: (at: number) => Place;
  readonly notSupported: (what: string, at: number) => EngineError;
}

/** `predicate`: the query of EXISTS or IN, of which only the rows count; `relation`: a query in FROM. */
export type QueryUse = "rows" | "predicate" | "relation";

/** The names that an expression can see. Scopes nest: subqueries see the outer query's. */
export interface Scope {
  readonly emitter: Emitter;
  readonly parent?: Scope;
  readonly relations: readonly ScopeRelation[];
  /** Common table expressions by lower-case name. */
  readonly ctes: ReadonlyMap<string, readonly OutputColumn[] | undefined>;
  /** Parameters of the lambdas around the expression, by lower-case name. */
  readonly lambda: ReadonlyMap<string, TypedSql>;
  /** Select-list aliases that may be referred to, by lower-case name. */
  readonly aliases: ReadonlyMap<string, TypedSql>;
  /** True where aliases win over columns (ORDER BY). */
  readonly aliasesFirst: boolean;
  readonly windows: ReadonlyMap<string, WindowSpec>;
  /** GROUP BY expressions, for grouping_id(). */
  readonly groupKeys?: readonly string[];
  /** True where GROUP BY has grouping sets: grouping() means something. */
  readonly hasGroupingSets?: boolean;
  /** Set while the query is written: it refers to a query around it. */
  readonly correlation: { isCorrelated: boolean };
}

export interface ScopeRelation {
  /** The alias, or the table's own name. */
  readonly name?: string;
  readonly schema?: string;
  /** The schema is the current one: FROM names the table alone. */
  readonly isSchemaImplied?: boolean;
  readonly columns: readonly ScopeColumn[] | undefined;
}

export interface ScopeColumn extends OutputColumn {
  /** Not part of `*`: the right side of USING, a semi join's right side. */
  readonly hidden?: boolean;
  /** How to write it, where that is not `relation.name`. */
  readonly sql?: string;
}

export function rootScope(emitter: Emitter): Scope {
  return {
    emitter,
    relations: [],
    ctes: new Map(),
    lambda: new Map(),
    aliases: new Map(),
    aliasesFirst: false,
    windows: new Map(),
    correlation: { isCorrelated: false },
  };
}

/** The scope of a query inside `outer`, with nothing in FROM yet. */
export function innerScope(outer: Scope): Scope {
  const { groupKeys: _keys, hasGroupingSets: _sets, ...rest } = outer;
  return {
    ...rest,
    parent: outer,
    relations: [],
    aliases: new Map(),
    aliasesFirst: false,
    windows: new Map(),
    correlation: { isCorrelated: false },
  };
}

/** Lambda parameters added to a scope. */
export function withLambda(scope: Scope, parameters: ReadonlyMap<string, TypedSql>): Scope {
  return { ...scope, lambda: new Map([...scope.lambda, ...parameters]) };
}
