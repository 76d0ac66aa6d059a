import { hostObject, isHostObject, type HostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { MISSING } from "../jinja/scope.ts";
import { relationText, renderRelation, sameRelation, type DbtRelation } from "./relation.ts";
import { relationMethod } from "./relation/relation-methods.ts";
import { RELATION_CONSTANTS } from "./relation/relation-constants.ts";

export type RelationObject = HostObject & { readonly relation: DbtRelation };

export function isRelationObject(value: unknown): value is RelationObject {
  return isHostObject(value) && "relation" in value;
}

/** A Relation as templates see it: prints as its address, never changes. */
export function relationObject(relation: DbtRelation): RelationObject {
  const attribute = (name: string): unknown => {
    const fact = relationFact(relation, name);
    return fact === MISSING ? relationMethod(relation, name, relationObject) : fact;
  };
  return hostObject(
    {
      typeName: "SparkRelation",
      isMapping: true,
      getAttribute: attribute,
      getItem: (key) => (typeof key === "string" ? relationFact(relation, key) : MISSING),
      str: () => relationText(relation),
      repr: () => `<SparkRelation ${renderRelation(relation)}>`,
      equals: (other) => isRelationObject(other) && sameRelation(relation, other.relation),
      hashKey: () => renderRelation(relation),
    },
    { relation },
  );
}

function relationFact(relation: DbtRelation, name: string): unknown {
  const read = FACTS.get(name);
  if (read) return read(relation);
  return RELATION_CONSTANTS.get(name) ?? MISSING;
}

const partDict = (parts: object): PyDict => PyDict.fromEntries(Object.entries(parts));

type ReadFact = (relation: DbtRelation) => unknown;

const FACTS: ReadonlyMap<string, ReadFact> = new Map<string, ReadFact>([
  ["database", (r) => r.database],
  ["schema", (r) => r.schema],
  ["identifier", (r) => r.identifier],
  ["table", (r) => r.identifier],
  ["name", (r) => r.identifier],
  ["type", (r) => r.type],
  ["path", ({ database, schema, identifier }) => partDict({ database, schema, identifier })],
  ["quote_policy", (r) => partDict(r.quotePolicy)],
  ["include_policy", (r) => partDict(r.includePolicy)],
  ["quote_character", () => "`"],
  ["dbt_created", (r) => r.dbtCreated],
  ["limit", (r) => r.limit],
  ["event_time_filter", (r) => eventTimeDict(r)],
  ["require_alias", () => false],
  ["catalog", (r) => r.catalog],
  ["information", () => null],
  ["renameable_relations", () => []],
  ["replaceable_relations", () => []],
  ["can_be_renamed", () => false],
  ["can_be_replaced", () => false],
  ["is_table", (r) => r.type === "table"],
  ["is_view", (r) => r.type === "view"],
  ["is_cte", (r) => r.type === "cte"],
  ["is_materialized_view", (r) => r.type === "materialized_view"],
  ["is_pointer", (r) => r.type === "pointer_table"],
  ["is_function", (r) => r.type === "function"],
  ["provider", (r) => r.provider],
  ["is_delta", (r) => r.provider === "delta"],
  ["is_hudi", (r) => r.provider === "hudi"],
  ["is_iceberg", (r) => r.provider === "iceberg"],
]);

function eventTimeDict({ eventTimeFilter: filter }: DbtRelation): PyDict | null {
  return filter && partDict({ field_name: filter.fieldName, start: filter.start, end: filter.end });
}
