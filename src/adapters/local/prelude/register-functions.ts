import type { DuckDBValue } from "@duckdb/node-api";
import type { Database } from "../engine/open-database.ts";
import type { JsFunction } from "./js-function.ts";

/** Registers the prelude's JavaScript functions; they belong to the instance and all its lanes. */
export function registerFunctions(database: Database, functions: readonly JsFunction[]): void {
  for (const definition of functions) {
    database.main.registerScalarFunction(
      database.duckdb.DuckDBScalarFunction.create({
        name: definition.name,
        parameterTypes: definition.parameters,
        returnType: definition.returns,
        mainFunction: (info, input, output) => {
          const columns = definition.parameters.map((_, at) => input.getColumnValues(at));
          try {
            for (let row = 0; row < input.rowCount; row++) {
              output.setItem(row, callRow(definition, columns, row));
            }
            output.flush();
          } catch (error) {
            info.setError(error instanceof Error ? error.message : String(error));
          }
        },
      }),
    );
  }
}

function callRow(
  definition: JsFunction,
  columns: readonly (readonly DuckDBValue[])[],
  row: number,
): DuckDBValue {
  const values: NonNullable<DuckDBValue>[] = [];
  for (const column of columns) {
    const value = column[row];
    if (value === null || value === undefined) return null;
    values.push(value);
  }
  return definition.call(...values);
}
