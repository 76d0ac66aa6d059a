import type { Catalog, CatalogRelation } from "../../adapter/catalog.ts";
import { inCatalogOf } from "./iceberg-catalog.ts";
import { makeRelation, type DbtRelation, type PartPolicy } from "../relation.ts";

/**
 * The relations dbt knows of, by lower-cased schema and name. A schema is listed once, on first use
 * or up front; what dbt creates, drops and renames afterwards is entered, never asked again.
 */
export interface RelationCache {
  /** Lists the schemas that are not known yet, all at once. */
  fill(schemas: Iterable<string>): Promise<void>;
  list(schema: string): Promise<readonly DbtRelation[]>;
  find(schema: string, identifier: string): Promise<DbtRelation | undefined>;
  add(relation: DbtRelation): void;
  drop(relation: DbtRelation): void;
  rename(from: DbtRelation, to: DbtRelation): void;
  dropSchema(schema: string): void;
  /** Says that a new schema is empty, so that nobody lists it. */
  addEmptySchema(schema: string): void;
}

type Entries = Map<string, DbtRelation>;

/** @param icebergCatalog - Spark catalog that Iceberg tables are named in */
export function createRelationCache(
  catalog: Catalog,
  quotePolicy: PartPolicy,
  icebergCatalog: string | null,
): RelationCache {
  // A promise per schema: lanes that ask at the same time wait for one listing.
  const schemas = new Map<string, Promise<Entries>>();

  const known = (entry: CatalogRelation): DbtRelation => {
    const relation = fromCatalog(entry, quotePolicy);
    return inCatalogOf(relation, relation, icebergCatalog);
  };
  const load = (schema: string): Promise<Entries> => {
    const key = schema.toLowerCase();
    const listed = schemas.get(key);
    if (listed) return listed;
    const listing = catalog
      .listRelations(schema)
      .then((found) => new Map(found.map((entry) => keyed(known(entry)))));
    schemas.set(key, listing);
    // A failed listing is no answer: the next question asks again.
    listing.catch(() => schemas.delete(key));
    return listing;
  };

  const change = (relation: DbtRelation, edit: (entries: Entries) => void): void => {
    const key = (relation.schema ?? "").toLowerCase();
    const listed = schemas.get(key);
    // A schema that nobody has listed yet will be listed with the change in it.
    if (!listed) return;
    const changed = listed.then((entries) => {
      edit(entries);
      return entries;
    });
    schemas.set(key, changed);
    changed.catch(() => schemas.delete(key));
  };

  const add = (relation: DbtRelation): void => {
    change(relation, (entries) => entries.set(...keyed(relation)));
  };
  const drop = (relation: DbtRelation): void => {
    change(relation, (entries) => entries.delete(keyed(relation)[0]));
  };

  return {
    async fill(names) {
      await Promise.all([...new Set(names)].map(load));
    },
    list: async (schema) => [...(await load(schema)).values()],
    find: async (schema, identifier) => (await load(schema)).get(identifier.toLowerCase()),
    add,
    drop,
    rename(from, to) {
      drop(from);
      add(to);
    },
    dropSchema: (schema) => void schemas.delete(schema.toLowerCase()),
    addEmptySchema: (schema) =>
      void schemas.set(schema.toLowerCase(), Promise.resolve(new Map<string, DbtRelation>())),
  };
}

function keyed(relation: DbtRelation): [string, DbtRelation] {
  return [(relation.identifier ?? "").toLowerCase(), relation];
}

function fromCatalog(entry: CatalogRelation, quotePolicy: PartPolicy): DbtRelation {
  return makeRelation({
    schema: entry.schema,
    identifier: entry.identifier,
    type: entry.kind,
    quotePolicy,
    provider: entry.provider?.toLowerCase() ?? null,
  });
}
