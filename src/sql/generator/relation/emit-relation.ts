import { assertNever } from "../../../util/assert-never.ts";
import { quoteName } from "../../quote-name.ts";
import type { RelationNode, Sample } from "../../tree/query.ts";
import { emitInlineTable } from "./emit-inline-table.ts";
import { emitJoin } from "./emit-join.ts";
import { emitPivot } from "./emit-pivot.ts";
import { aliased, emitNamedTable } from "./emit-table.ts";
import { emitTableFunction } from "./emit-table-function.ts";
import { emitUnpivot } from "./emit-unpivot.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope, ScopeRelation } from "../scope/scope.ts";

/**
 * One item of FROM. `left` are the relations before it, which it sees when it is LATERAL.
 */
export function emitRelation(
  node: RelationNode,
  scope: Scope,
  left: readonly ScopeRelation[],
): EmittedRelation {
  switch (node.kind) {
    case "table": {
      if (node.timeTravel !== undefined)
        throw scope.emitter.notSupported("time travel (AS OF)", node.at);
      return sampled(emitNamedTable(node, scope), node.sample, scope, node.at);
    }
    case "subquery":
      return sampled(emitSubquery(node, scope, left), node.sample, scope, node.at);
    case "inline":
      return emitInlineTable(node.table, scope);
    case "table-function":
      return emitTableFunction(node, lateralScope(scope, left));
    case "join":
      return emitJoin(node, scope, left, emitRelation);
    case "pivot":
      return emitPivot(node, scope, emitRelation(node.input, scope, left), node.at);
    case "unpivot":
      return emitUnpivot(node, scope, emitRelation(node.input, scope, left), node.at);
    case "group":
      return emitGroup(node, scope, left);
    default:
      return assertNever(node);
  }
}

function lateralScope(scope: Scope, left: readonly ScopeRelation[]): Scope {
  return { ...scope, relations: left };
}

function emitSubquery(
  node: Extract<RelationNode, { kind: "subquery" }>,
  scope: Scope,
  left: readonly ScopeRelation[],
): EmittedRelation {
  const outer = node.lateral ? lateralScope(scope, left) : outerOnly(scope);
  const { duckSql, columns } = scope.emitter.emitQuery(node.query, outer, "relation");
  const sql = `${node.lateral ? "LATERAL " : ""}(${duckSql})`;
  const alias = node.alias ?? { name: scope.emitter.freshName("q"), columns: [] };
  const emitted = aliased(sql, { columns }, alias, { scope, at: node.at });
  return node.alias === undefined ? { ...emitted, relations: [{ columns }] } : emitted;
}

/** A plain subquery in FROM sees what the query around sees from outside, not its neighbours. */
function outerOnly(scope: Scope): Scope {
  return { ...scope, relations: [] };
}

/** `(a JOIN b ...) AS t`: with an alias it becomes a subquery of its own. */
function emitGroup(
  node: Extract<RelationNode, { kind: "group" }>,
  scope: Scope,
  left: readonly ScopeRelation[],
): EmittedRelation {
  const inner = emitRelation(node.relation, scope, left);
  if (node.alias === undefined && node.sample === undefined) {
    return { ...inner, sql: node.relation.kind === "join" ? `(${inner.sql})` : inner.sql };
  }
  const query = `(SELECT ${starText(inner)} FROM ${inner.sql})`;
  const emitted = aliased(query, { columns: inner.star }, node.alias, { scope, at: node.at });
  return sampled(emitted, node.sample, scope, node.at);
}

function starText(relation: EmittedRelation): string {
  if (relation.isPlainStar || relation.star === undefined) return "*";
  return relation.star
    .map((column) => `${column.sql ?? quoteName(column.name)} AS ${quoteName(column.name)}`)
    .join(", ");
}

/** A sample of rows is a LIMIT in Spark; of percent, Bernoulli's. */
function sampled(
  relation: EmittedRelation,
  sample: Sample | undefined,
  scope: Scope,
  at: number,
): EmittedRelation {
  if (sample === undefined) return relation;
  const [own] = relation.relations;
  const name = own?.name ?? scope.emitter.freshName("s");
  if (sample.kind === "rows") {
    return {
      ...relation,
      sql: `(SELECT * FROM ${relation.sql} LIMIT ${sample.value}) AS ${quoteName(name)}`,
    };
  }
  const percent = percentOf(sample);
  if (!(percent >= 0 && percent <= 100))
    throw scope.emitter.notSupported(`a sample of ${percent} percent`, at);
  const seed = sample.seed === undefined ? "" : ` REPEATABLE (${sample.seed})`;
  return {
    ...relation,
    sql: `(SELECT * FROM ${relation.sql} TABLESAMPLE BERNOULLI(${percent} PERCENT)${seed}) AS ${quoteName(name)}`,
  };
}

function percentOf(sample: Exclude<Sample, { kind: "rows" }>): number {
  if (sample.kind === "bucket")
    return (100 * Number(sample.numerator)) / Number(sample.denominator);
  return Number(sample.value);
}
