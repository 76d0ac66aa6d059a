import type { DuckDBConnection } from "@duckdb/node-api";
import { bug } from "../../../errors/bug.ts";
import { CATALOG } from "../engine/open-database.ts";
import { quoteText } from "../engine/quote.ts";
import { applyChanges, emptyMirror, type CatalogMirror } from "./catalog-mirror.ts";
import type { CatalogChange, RelationRecord, SchemaRecord } from "./records.ts";

/** The schema for what DuckDB cannot hold: side tables and the prelude's macros. */
export const HIDDEN_SCHEMA = "__spark";
const AT = `${CATALOG}.${HIDDEN_SCHEMA}`;

/** Makes the side tables and the database `default` in a new warehouse. */
export async function createSideTables(main: DuckDBConnection, owner: string): Promise<void> {
  const base: SchemaRecord = {
    name: "default",
    comment: "Default Hive database",
    properties: {},
    owner,
  };
  await main.run(
    [
      "BEGIN",
      `CREATE SCHEMA ${AT}`,
      `CREATE TABLE ${AT}.settings (key VARCHAR, value VARCHAR)`,
      `CREATE TABLE ${AT}.schemas (name VARCHAR, facts VARCHAR)`,
      `CREATE TABLE ${AT}.relations (schema_name VARCHAR, name VARCHAR, facts VARCHAR)`,
      `CREATE SCHEMA ${CATALOG}."default"`,
      ...changeStatements({ change: "put-schema", schema: base }),
      "COMMIT",
    ].join(";\n"),
  );
}

export async function hasSideTables(main: DuckDBConnection): Promise<boolean> {
  const found = await main.run(
    `SELECT 1 FROM duckdb_schemas() WHERE database_name = '${CATALOG}' AND schema_name = '${HIDDEN_SCHEMA}'`,
  );
  return (await found.getRows()).length > 0;
}

/** Reads the whole catalog: two small queries. */
export async function readMirror(main: DuckDBConnection): Promise<CatalogMirror> {
  const mirror = emptyMirror();
  const schemas = await (await main.run(`SELECT facts FROM ${AT}.schemas`)).getRows();
  const relations = await (await main.run(`SELECT facts FROM ${AT}.relations`)).getRows();
  applyChanges(mirror, [
    ...schemas.map(([facts]): CatalogChange => ({
      change: "put-schema",
      schema: readFacts(facts) as SchemaRecord,
    })),
    ...relations.map(([facts]): CatalogChange => ({
      change: "put",
      relation: readFacts(facts) as RelationRecord,
    })),
  ]);
  return mirror;
}

/** Writes changes inside the caller's transaction. */
export async function saveChanges(
  connection: DuckDBConnection,
  changes: readonly CatalogChange[],
): Promise<void> {
  const statements = changes.flatMap(changeStatements);
  if (statements.length > 0) await connection.run(statements.join(";\n"));
}

function changeStatements(change: CatalogChange): readonly string[] {
  switch (change.change) {
    case "put": {
      const { schema, name } = change.relation;
      return [
        removeRelation(schema, name),
        `INSERT INTO ${AT}.relations VALUES (${quoteText(schema)}, ${quoteText(name)}, ${jsonText(change.relation)})`,
      ];
    }
    case "remove":
      return [removeRelation(change.schema, change.name)];
    case "put-schema":
      return [
        `DELETE FROM ${AT}.schemas WHERE name = ${quoteText(change.schema.name)}`,
        `INSERT INTO ${AT}.schemas VALUES (${quoteText(change.schema.name)}, ${jsonText(change.schema)})`,
      ];
    case "remove-schema":
      return [
        `DELETE FROM ${AT}.schemas WHERE name = ${quoteText(change.name)}`,
        `DELETE FROM ${AT}.relations WHERE schema_name = ${quoteText(change.name)}`,
      ];
  }
}

function removeRelation(schema: string, name: string): string {
  return `DELETE FROM ${AT}.relations WHERE schema_name = ${quoteText(schema)} AND name = ${quoteText(name)}`;
}

function jsonText(value: unknown): string {
  return quoteText(JSON.stringify(value));
}

/** The engine wrote these facts itself; their shape is its own. */
function readFacts(facts: unknown): unknown {
  if (typeof facts !== "string") throw bug("the warehouse's side tables hold no text");
  return JSON.parse(facts);
}
