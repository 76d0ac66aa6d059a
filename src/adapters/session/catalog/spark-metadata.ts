import type { CatalogColumn, RelationAddress } from "../../../adapter/catalog.ts";
import type { Cell, QueryResult } from "../../../adapter/connection.ts";

/**
 * The few facts that the Data Catalog does not hold: Delta keeps its columns in its own log, Delta
 * and Iceberg their comments. These cost a Spark statement.
 */
export interface SparkMetadata {
  columns(relation: RelationAddress): Promise<CatalogColumn[]>;
  setTableComment(relation: RelationAddress, comment: string): Promise<void>;
  setColumnComment(relation: RelationAddress, column: string, comment: string): Promise<void>;
}

/**
 * @param icebergCatalog - the catalog that Spark finds Iceberg's tables in; absent for tables of
 *   Spark's own catalog
 */
export function sparkMetadata(
  execute: (sql: string) => Promise<QueryResult>,
  icebergCatalog?: string,
): SparkMetadata {
  const nameOf = ({ schema, identifier }: RelationAddress): string =>
    [...(icebergCatalog === undefined ? [] : [icebergCatalog]), schema, identifier]
      .map(quoteIdentifier)
      .join(".");
  return {
    columns: async (relation) => describedColumns(await execute(`describe ${nameOf(relation)}`)),
    async setTableComment(relation, comment) {
      await execute(`comment on table ${nameOf(relation)} is ${quoteText(comment)}`);
    },
    async setColumnComment(relation, column, comment) {
      await execute(
        `alter table ${nameOf(relation)} alter column ${quoteIdentifier(column)} comment ${quoteText(comment)}`,
      );
    },
  };
}

/** DESCRIBE lists the columns, then, below a `#` heading, those that partition the table. */
function describedColumns({ rows }: QueryResult): CatalogColumn[] {
  const end = rows.findIndex(([name]) => textOf(name) === "" || textOf(name).startsWith("#"));
  const plain = end === -1 ? rows : rows.slice(0, end);
  const partitions = new Set((end === -1 ? [] : rows.slice(end)).map(([name]) => textOf(name)));
  return plain.map(([name, type, comment]) => ({
    name: textOf(name),
    type: textOf(type),
    ...(textOf(comment) === "" ? {} : { comment: textOf(comment) }),
    ...(partitions.has(textOf(name)) ? { partition: true } : {}),
  }));
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : "";
}

function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** Spark reads backslashes in a literal as escapes. */
function quoteText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
