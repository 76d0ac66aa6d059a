import type { Relation, RelationType } from "../sql/relation.ts";

export type RelationPart = "database" | "schema" | "identifier";

/** For each part of an address: quote it, or print it. */
export type PartPolicy = Readonly<Record<RelationPart, boolean>>;

/** Rows of one window of event time, half-open; times as Spark literals in UTC. */
export interface EventTimeFilter {
  readonly fieldName: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** dbt's Relation as plain data; `relation-object.ts` shows it to templates. */
export interface DbtRelation extends Relation {
  /** Spark catalog that the schema is named in: Iceberg's own. Null for Spark's default one. */
  readonly catalog: string | null;
  readonly quotePolicy: PartPolicy;
  readonly includePolicy: PartPolicy;
  /** Came out of a materialization of this run, so its case is what dbt wrote. */
  readonly dbtCreated: boolean;
  /** `0` under --empty. */
  readonly limit: number | null;
  readonly eventTimeFilter: EventTimeFilter | null;
  /** Spark provider: `delta`, `iceberg`, `hudi`, `parquet`, ... */
  readonly provider: string | null;
  /** Text after the last part, as in `information_schema.tables`. */
  readonly informationSchemaView: string | null;
}

/** Spark: backticks only on demand, and there is no database level. */
export const SPARK_QUOTE_POLICY: PartPolicy = { database: false, schema: false, identifier: false };
export const SPARK_INCLUDE_POLICY: PartPolicy = { database: false, schema: true, identifier: true };

const PARTS: readonly RelationPart[] = ["database", "schema", "identifier"];

export function makeRelation(facts: Partial<DbtRelation>): DbtRelation {
  return {
    catalog: null,
    database: null,
    schema: null,
    identifier: null,
    type: null,
    quotePolicy: SPARK_QUOTE_POLICY,
    includePolicy: SPARK_INCLUDE_POLICY,
    dbtCreated: false,
    limit: null,
    eventTimeFilter: null,
    provider: null,
    informationSchemaView: null,
    ...facts,
  };
}

/** The address alone: `schema.identifier`, after the catalog where it has one. */
export function renderRelation(relation: DbtRelation): string {
  const parts = PARTS.flatMap((part) => {
    const text = relation.includePolicy[part] ? relation[part] : null;
    if (text === null) return [];
    return [relation.quotePolicy[part] ? quoteIdentifier(text) : text];
  });
  const { catalog, includePolicy, schema } = relation;
  // Macros written for dbt-glue put the catalog into the schema themselves.
  if (catalog !== null && includePolicy.schema && schema?.startsWith(`${catalog}.`) === false) {
    parts.unshift(catalog);
  }
  if (relation.informationSchemaView !== null) parts.push(relation.informationSchemaView);
  return parts.join(".");
}

/** The address, in a subquery where --empty, --sample or a microbatch limits its rows. */
export function relationText(relation: DbtRelation): string {
  if (relation.type === "function") return renderRelation(relation);
  return renderEventTimeFiltered(relation, renderLimited(relation));
}

/** Spark takes subqueries without an alias, so none is written (a user's own alias stays legal). */
export function renderLimited(relation: DbtRelation): string {
  const address = renderRelation(relation);
  if (relation.limit === null) return address;
  const rows = relation.limit === 0 ? "where false limit 0" : `limit ${relation.limit}`;
  return `(select * from ${address} ${rows})`;
}

export function renderEventTimeFiltered(
  relation: DbtRelation,
  text = renderRelation(relation),
): string {
  const filter = relation.eventTimeFilter;
  if (filter === null) return text;
  const bounds = [
    ...(filter.start === null ? [] : [`${filter.fieldName} >= '${filter.start}'`]),
    ...(filter.end === null ? [] : [`${filter.fieldName} < '${filter.end}'`]),
  ];
  return bounds.length === 0 ? text : `(select * from ${text} where ${bounds.join(" and ")})`;
}

export function quoteIdentifier(identifier: string): string {
  return `\`${identifier}\``;
}

/** CTE of an ephemeral model. */
export function ephemeralName(identifier: string): string {
  return `__dbt__cte__${identifier}`;
}

/** dbt's `is_exactish_match`: what dbt wrote unquoted is compared without case. */
export function matchesPart(relation: DbtRelation, part: RelationPart, wanted: string): boolean {
  const found = relation[part];
  if (found === null) return false;
  return relation.dbtCreated && !relation.quotePolicy[part]
    ? found.toLowerCase() === wanted.toLowerCase()
    : found === wanted;
}

export function sameRelation(left: DbtRelation, right: DbtRelation): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

const RELATION_TYPES: readonly RelationType[] = [
  "table",
  "view",
  "cte",
  "materialized_view",
  "external",
  "ephemeral",
  "pointer_table",
  "function",
];

export function isRelationType(text: string): text is RelationType {
  return RELATION_TYPES.some((type) => type === text);
}
