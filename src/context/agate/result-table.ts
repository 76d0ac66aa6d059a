import type { Cell, QueryResult } from "../../adapter/connection.ts";
import { pythonFloatText } from "../../util/python-float-text.ts";
import { uniqueColumnNames, type AgateTable } from "../agate-table.ts";
import type { AgateType } from "./cell-types.ts";
import { dateValue, datetimeValue } from "../../dialect/datetime-values.ts";
import { decimalObject } from "../decimal-object.ts";

/**
 * A query's result as agate holds it: whole numbers stay int, float, double and decimal are
 * Decimal, arrays, maps and structs are JSON text, a column of NULLs only is an integer column.
 */
export function tableFromResult(result: QueryResult): AgateTable {
  const types = result.columns.map((column) => column.type.toLowerCase());
  const converters = types.map((type) => converterFor(type));
  const rows = result.rows.map((row) =>
    row.map((cell, index) => (cell === null ? null : (converters[index] ?? identity)(cell))),
  );
  return {
    columnNames: uniqueColumnNames(result.columns.map((column) => column.name)),
    columnTypes: types.map((type, index) =>
      rows.every((row) => row[index] === null) ? "integer" : agateTypeOf(type),
    ),
    rows,
  };
}

function agateTypeOf(type: string): AgateType {
  if (INTEGER_TYPES.has(type)) return "integer";
  if (isDecimal(type)) return "number";
  if (type === "boolean" || type === "date") return type;
  return type.startsWith("timestamp") ? "datetime" : "text";
}

const INTEGER_TYPES: ReadonlySet<string> = new Set([
  "tinyint",
  "smallint",
  "int",
  "integer",
  "bigint",
]);

function isDecimal(type: string): boolean {
  return type === "float" || type === "double" || type.startsWith("decimal");
}

type Converter = (cell: Cell) => unknown;
const identity: Converter = (cell) => cell;

function converterFor(type: string): Converter {
  if (isDecimal(type)) return (cell) => decimalObject(floatText(cell));
  if (type === "date") return (cell) => dateValue(String(cell));
  if (type.startsWith("timestamp")) return (cell) => datetimeValue(String(cell).replace(" ", "T"));
  if (/^(array|map|struct)\b/.test(type)) return (cell) => JSON.stringify(jsonCell(cell));
  if (type === "binary") return (cell) => (cell instanceof Uint8Array ? bytesText(cell) : cell);
  return identity;
}

/** Python's repr of a float keeps `.0`, so its Decimal does too. */
function floatText(cell: Cell): string {
  return typeof cell === "number" ? pythonFloatText(cell) : String(cell);
}

function jsonCell(cell: Cell): unknown {
  if (typeof cell === "bigint") return Number(cell);
  if (cell instanceof Uint8Array) return bytesText(cell);
  return Array.isArray(cell) ? cell.map((item) => jsonCell(item as Cell)) : cell;
}

/** `str(bytearray)`. */
function bytesText(bytes: Uint8Array): string {
  const text = [...bytes].map((byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return `bytearray(b'${text.join("")}')`;
}
