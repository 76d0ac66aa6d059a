import { sparkError } from "./adapter-errors.ts";
import type { EngineError } from "./engine-error.ts";

/** Errors of Spark's catalog, worded as Spark 3.5 words them. Names come quoted: `` `db`.`t` ``. */
export function relationNotFound(name: string): EngineError {
  return sparkError(
    "TABLE_OR_VIEW_NOT_FOUND",
    `The table or view ${name} cannot be found. Verify the spelling and correctness of the schema and catalog.`,
  );
}

export function relationAlreadyExists(name: string): EngineError {
  return sparkError(
    "TABLE_OR_VIEW_ALREADY_EXISTS",
    `Cannot create table or view ${name} because it already exists. Choose a different name, drop or replace the existing object, or add the IF NOT EXISTS clause.`,
  );
}

export function schemaNotFound(name: string): EngineError {
  return sparkError(
    "SCHEMA_NOT_FOUND",
    `The schema ${name} cannot be found. Verify the spelling and correctness of the schema and catalog.`,
  );
}

export function schemaAlreadyExists(name: string): EngineError {
  return sparkError(
    "SCHEMA_ALREADY_EXISTS",
    `Cannot create schema ${name} because it already exists. Choose a different name, drop the existing schema, or add the IF NOT EXISTS clause.`,
  );
}

export function schemaNotEmpty(name: string): EngineError {
  return sparkError(
    "SCHEMA_NOT_EMPTY",
    `Cannot drop a schema ${name} because it contains objects. Use DROP SCHEMA ... CASCADE to drop the schema and all its objects.`,
  );
}

/** DROP TABLE on a view, DROP VIEW on a table. */
export function wrongObjectType(facts: {
  readonly operation: string;
  readonly required: string;
  readonly name: string;
  readonly found: string;
  readonly use: string;
}): EngineError {
  return sparkError(
    "WRONG_COMMAND_FOR_OBJECT_TYPE",
    `The operation ${facts.operation} requires a ${facts.required}. But ${facts.name} is a ${facts.found}. Use ${facts.use} instead.`,
  );
}

export function notAView(name: string): EngineError {
  return sparkError("EXPECT_VIEW_NOT_TABLE", `${name} is not a view.`);
}

export function expectTableNotView(name: string, operation: string): EngineError {
  return sparkError(
    "EXPECT_TABLE_NOT_VIEW",
    `'${operation}' expects a table but ${name} is a view.`,
  );
}

/** A parquet table cannot be merged into, replaced in one statement, ... */
export function tableOperationNotSupported(name: string, operation: string): EngineError {
  return sparkError(
    "UNSUPPORTED_FEATURE.TABLE_OPERATION",
    `The feature is not supported: Table ${name} does not support ${operation}. Use a table format that does (delta, iceberg, hudi).`,
  );
}

export function columnAlreadyExists(column: string): EngineError {
  return sparkError(
    "COLUMN_ALREADY_EXISTS",
    `The column ${column} already exists. Consider to choose another name or rename the existing column.`,
  );
}

export function columnNotFound(column: string, known: readonly string[]): EngineError {
  return sparkError(
    "COLUMN_NOT_FOUND",
    `The column ${column} cannot be found. The table has: ${known.join(", ")}.`,
  );
}

export function unsafeCast(table: string, column: string, from: string, to: string): EngineError {
  return sparkError(
    "INCOMPATIBLE_DATA_FOR_TABLE.CANNOT_SAFELY_CAST",
    `Cannot write incompatible data for the table ${table}: Cannot safely cast ${column} "${from.toUpperCase()}" to "${to.toUpperCase()}".`,
  );
}

export function cannotFindData(table: string, column: string): EngineError {
  return sparkError(
    "INCOMPATIBLE_DATA_FOR_TABLE.CANNOT_FIND_DATA",
    `Cannot write incompatible data for the table ${table}: Cannot find data for the output column ${column}.`,
  );
}

export function columnArityMismatch(
  table: string,
  tableColumns: readonly string[],
  dataColumns: readonly string[],
): EngineError {
  const many = dataColumns.length > tableColumns.length;
  return sparkError(
    `INSERT_COLUMN_ARITY_MISMATCH.${many ? "TOO_MANY_DATA_COLUMNS" : "NOT_ENOUGH_DATA_COLUMNS"}`,
    `Cannot write to ${table}, the reason is ${many ? "too many" : "not enough"} data columns: Table columns: ${tableColumns.join(", ")}. Data columns: ${dataColumns.join(", ")}.`,
  );
}

export function notAPartitionColumn(table: string, column: string): EngineError {
  return sparkError(
    "NON_PARTITION_COLUMN",
    `PARTITION clause cannot contain the non-partition column: ${column} (table ${table}).`,
  );
}

export function typeChangeNotSupported(
  table: string,
  column: string,
  from: string,
  to: string,
): EngineError {
  return sparkError(
    "NOT_SUPPORTED_CHANGE_COLUMN",
    `ALTER TABLE ALTER/CHANGE COLUMN is not supported for changing ${table}'s column ${column} with type "${from.toUpperCase()}" to ${column} with type "${to.toUpperCase()}".`,
  );
}

/** Several source rows would change the same target row. Delta's own condition name. */
export function ambiguousMerge(): EngineError {
  return sparkError(
    "DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE",
    "Cannot perform Merge as multiple source rows matched and attempted to modify the same target row in possibly conflicting ways. Remove the duplicates from the source, or match on more columns.",
  );
}

/** A column of bare NULLs in a format that has no type for it. */
export function voidNotSupported(provider: string, column: string): EngineError {
  const format = provider === "orc" ? "ORC" : provider.charAt(0).toUpperCase() + provider.slice(1);
  return sparkError(
    "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
    `The ${format} datasource doesn't support the column ${column} of the type "VOID". Cast the NULL: CAST(NULL AS STRING).`,
  );
}

export function temporaryViewAlreadyExists(name: string): EngineError {
  return sparkError(
    "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS",
    `Cannot create the temporary view ${name} because it already exists. Choose a different name, drop or replace the existing view, or add the IF NOT EXISTS clause.`,
  );
}
