import type { CatalogChange, RelationRecord, SchemaRecord } from "./records.ts";

/**
 * The warehouse's catalog in memory. It is read when the file opens and follows every committed
 * change; only one process can have the file open, so it is never stale.
 */
export interface CatalogMirror {
  readonly schemas: Map<string, SchemaEntry>;
}

export interface SchemaEntry {
  record: SchemaRecord;
  readonly relations: Map<string, RelationRecord>;
}

export function emptyMirror(): CatalogMirror {
  return { schemas: new Map() };
}

export function findSchema(mirror: CatalogMirror, name: string): SchemaEntry | undefined {
  return mirror.schemas.get(name.toLowerCase());
}

export function findRelation(
  mirror: CatalogMirror,
  schema: string,
  name: string,
): RelationRecord | undefined {
  return findSchema(mirror, schema)?.relations.get(name.toLowerCase());
}

/** Follows changes that the database has committed. */
export function applyChanges(mirror: CatalogMirror, changes: readonly CatalogChange[]): void {
  for (const change of changes) applyChange(mirror, change);
}

function applyChange({ schemas }: CatalogMirror, change: CatalogChange): void {
  switch (change.change) {
    case "put":
      schemas.get(change.relation.schema)?.relations.set(change.relation.name, change.relation);
      return;
    case "remove":
      schemas.get(change.schema)?.relations.delete(change.name);
      return;
    case "put-schema": {
      const entry = schemas.get(change.schema.name);
      if (entry === undefined) {
        schemas.set(change.schema.name, { record: change.schema, relations: new Map() });
      } else entry.record = change.schema;
      return;
    }
    case "remove-schema":
      schemas.delete(change.name);
  }
}
