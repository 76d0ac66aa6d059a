import {
  schemaAlreadyExists,
  schemaNotEmpty,
  schemaNotFound,
} from "../../../errors/spark-catalog-errors.ts";
import type { SchemaTranslation } from "../../../sql/table-translation.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { quoteName } from "../engine/quote.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findSchema } from "../metadata/catalog-mirror.ts";

/** CREATE, DROP and ALTER DATABASE. */
export async function changeSchema(lane: Lane, statement: SchemaTranslation): Promise<void> {
  switch (statement.kind) {
    case "create-schema": {
      await createSchema(lane, statement);
      return;
    }
    case "drop-schema": {
      await dropSchema(lane, statement);
      return;
    }
    case "alter-schema": {
      await alterSchema(lane, statement);
      return;
    }
  }
}

async function createSchema(
  lane: Lane,
  statement: SchemaTranslation & { readonly kind: "create-schema" },
): Promise<void> {
  const name = statement.schema.toLowerCase();
  const { warehouse } = lane;
  await inTransaction(lane, async (transaction) => {
    // Looked at inside: another lane may have made it since the last attempt.
    if (findSchema(warehouse.mirror, name) !== undefined) {
      if (statement.ifNotExists) return;
      throw schemaAlreadyExists(sparkName(name));
    }
    await transaction.run(`CREATE SCHEMA IF NOT EXISTS ${CATALOG}.${quoteName(name)}`);
    transaction.change({
      change: "put-schema",
      schema: {
        name,
        ...(statement.comment === undefined ? {} : { comment: statement.comment }),
        location: statement.location ?? `file:${warehouse.folder}/${name}.db`,
        properties: statement.properties,
        owner: warehouse.owner,
      },
    });
  });
}

async function dropSchema(
  lane: Lane,
  statement: SchemaTranslation & { readonly kind: "drop-schema" },
): Promise<void> {
  const name = statement.schema.toLowerCase();
  const entry = findSchema(lane.warehouse.mirror, name);
  if (entry === undefined) {
    if (statement.ifExists) return;
    throw schemaNotFound(sparkName(name));
  }
  if (!statement.cascade && entry.relations.size > 0) throw schemaNotEmpty(sparkName(name));
  await inTransaction(lane, async (transaction) => {
    // "main" is DuckDB's own and cannot go: it is emptied.
    if (name === "main") {
      for (const relation of entry.relations.values()) {
        await transaction.run(
          `DROP ${relation.kind.toUpperCase()} IF EXISTS ${CATALOG}.main.${quoteName(relation.name)}`,
        );
      }
    } else await transaction.run(`DROP SCHEMA IF EXISTS ${CATALOG}.${quoteName(name)} CASCADE`);
    transaction.change({ change: "remove-schema", name });
  });
}

async function alterSchema(
  lane: Lane,
  statement: SchemaTranslation & { readonly kind: "alter-schema" },
): Promise<void> {
  const entry = findSchema(lane.warehouse.mirror, statement.schema);
  if (entry === undefined) throw schemaNotFound(sparkName(statement.schema));
  const { record } = entry;
  await inTransaction(lane, (transaction) => {
    transaction.change({
      change: "put-schema",
      schema: {
        ...record,
        properties: { ...record.properties, ...statement.properties },
        ...(statement.location === undefined ? {} : { location: statement.location }),
      },
    });
    return Promise.resolve();
  });
}
