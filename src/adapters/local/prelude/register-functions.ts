import type { DuckDBDataChunk, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { bug } from "../../../errors/bug.ts";
import type { DuckDbModule } from "../engine/duckdb-module.ts";
import type { Database } from "../engine/open-database.ts";
import type { IntervalParts } from "../values/interval-text.ts";
import type { JsFunction, JsType, JsValue } from "./js-function.ts";
import type { RowFunction } from "./row-function.ts";

/** Registers the prelude's JavaScript functions; they belong to the instance and all its lanes. */
export function registerFunctions(database: Database, functions: readonly JsFunction[]): void {
  const { duckdb, main } = database;
  for (const definition of functions) {
    main.registerScalarFunction(
      duckdb.DuckDBScalarFunction.create({
        name: definition.name,
        parameterTypes: definition.parameters.map((type) => duckType(duckdb, type)),
        returnType: duckType(duckdb, definition.returns),
        mainFunction: (info, input, output) => {
          const columns = definition.parameters.map((_, at) => input.getColumnValues(at));
          try {
            for (let row = 0; row < input.rowCount; row++) {
              const value = callRow(definition, columns, row);
              output.setItem(row, value === null ? null : wrap(duckdb, definition.returns, value));
            }
            output.flush();
          } catch (error) {
            info.setError(errorText(error));
          }
        },
      }),
    );
  }
}

/** Registers functions of any number of arguments of any types. */
export function registerRowFunctions(database: Database, functions: readonly RowFunction[]): void {
  const { duckdb, main } = database;
  for (const definition of functions) {
    main.registerScalarFunction(
      duckdb.DuckDBScalarFunction.create({
        name: definition.name,
        varArgsType: duckdb.ANY,
        returnType: duckType(duckdb, definition.returns),
        specialHandling: true,
        mainFunction: (info, input, output) => {
          const { columns, types } = readColumns(input, duckdb.SQLNULL);
          try {
            for (let row = 0; row < input.rowCount; row++) {
              const values = columns.map((column) => column[row] ?? null);
              const value = definition.call(values, types);
              output.setItem(row, value === null ? null : wrap(duckdb, definition.returns, value));
            }
            output.flush();
          } catch (error) {
            info.setError(errorText(error));
          }
        },
      }),
    );
  }
}

interface RowColumns {
  readonly columns: readonly (readonly DuckDBValue[])[];
  readonly types: readonly DuckDBType[];
}

/** The API has no vector for the type of a bare NULL, and throws. */
function readColumns(input: DuckDBDataChunk, nullType: DuckDBType): RowColumns {
  const columns: DuckDBValue[][] = [];
  const types: DuckDBType[] = [];
  for (let at = 0; at < input.columnCount; at++) {
    try {
      types.push(input.getColumnVector(at).type);
      columns.push(input.getColumnValues(at));
    } catch (error) {
      if (!String(error).includes("SQLNULL")) throw error;
      types.push(nullType);
      columns.push([]);
    }
  }
  return { columns, types };
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function callRow(
  definition: JsFunction,
  columns: readonly (readonly DuckDBValue[])[],
  row: number,
): JsValue | null {
  const values: JsValue[] = [];
  for (const column of columns) {
    const value = column[row];
    if (value === null || value === undefined) return null;
    values.push(unwrap(value));
  }
  return definition.call(...values);
}

function duckType(duckdb: DuckDbModule, type: JsType): DuckDBType {
  switch (type) {
    case "VARCHAR[]":
      return duckdb.LIST(duckdb.VARCHAR);
    case "VARCHAR[][]":
      return duckdb.LIST(duckdb.LIST(duckdb.VARCHAR));
    case "MAP":
      return duckdb.MAP(duckdb.VARCHAR, duckdb.VARCHAR);
    default:
      return duckdb[type];
  }
}

function unwrap(value: NonNullable<DuckDBValue>): JsValue {
  if (typeof value !== "object") return value;
  if ("bytes" in value) return value.bytes;
  if ("months" in value) return value;
  if ("micros" in value) return value.micros;
  if ("days" in value) return value.days;
  if ("items" in value) return value.items.map((item) => (item === null ? "" : String(item)));
  throw bug(`a JavaScript function got a value it does not know: ${String(value)}`);
}

function wrap(duckdb: DuckDbModule, type: JsType, value: JsValue): DuckDBValue {
  switch (type) {
    case "DATE":
      return new duckdb.DuckDBDateValue(Number(value));
    case "TIMESTAMP":
      return new duckdb.DuckDBTimestampValue(value as bigint);
    case "TIMESTAMPTZ":
      return new duckdb.DuckDBTimestampTZValue(value as bigint);
    case "BLOB":
      return duckdb.blobValue(value as Uint8Array);
    case "INTERVAL": {
      const { months, days, micros } = value as IntervalParts;
      return duckdb.intervalValue(months, days, micros);
    }
    case "VARCHAR[]":
      return duckdb.listValue(value as readonly string[]);
    case "VARCHAR[][]":
      return duckdb.listValue(
        (value as readonly (readonly string[])[]).map((list) => duckdb.listValue(list)),
      );
    case "MAP":
      return duckdb.mapValue(
        [...(value as ReadonlyMap<string, string | null>)].map(([key, item]) => ({
          key,
          value: item,
        })),
      );
    default:
      return value as string | number | bigint | boolean;
  }
}
