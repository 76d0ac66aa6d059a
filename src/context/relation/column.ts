/** dbt's Column as plain data; Spark's types are written as they are (`decimal(10,2)`). */
export interface DbtColumn {
  readonly name: string;
  readonly dtype: string;
  readonly charSize: number | null;
  readonly numericPrecision: number | null;
  readonly numericScale: number | null;
  readonly table?: ColumnTable | undefined;
}

/** The relation a described column belongs to. */
export interface ColumnTable {
  readonly schema: string | null;
  readonly name: string | null;
  readonly type: string | null;
  readonly owner: string | null;
  readonly index: number;
}

export function makeColumn(name: string, dtype: string, table?: ColumnTable): DbtColumn {
  return { name, dtype, charSize: null, numericPrecision: null, numericScale: null, table };
}

/**
 * `from_description`: takes a type apart. `varchar(10)` has a size, `decimal(10,2)` precision and
 * scale. `undefined` when the brackets do not hold numbers.
 */
export function columnFromDescription(name: string, type: string): DbtColumn | undefined {
  const match = /^([^(]+)(?:\(([^)]+)\))?/.exec(type);
  if (!match) return undefined;
  const column = makeColumn(name, match[1] ?? type);
  if (match[2] === undefined) return column;
  const sizes = match[2].split(",").map((size) => Number.parseInt(size.trim(), 10));
  if (sizes.some(Number.isNaN)) return undefined;
  const [first = null, second] = sizes;
  if (second === undefined) return { ...column, charSize: first };
  return { ...column, numericPrecision: first, numericScale: second };
}

const STRING_TYPES = ["text", "character varying", "character", "varchar"];
const FLOAT_TYPES = ["real", "float4", "float", "double precision", "float8", "double"];
const NUMERIC_TYPES = ["numeric", "decimal"];
const INTEGER_TYPES = [
  "smallint",
  "integer",
  "bigint",
  "smallserial",
  "serial",
  "bigserial",
  "int2",
  "int4",
  "int8",
  "serial2",
  "serial4",
  "serial8",
];

// dbt's lists of type names, of which Spark's `string` and `int` are no members.
export const isStringColumn = (column: DbtColumn): boolean => isOneOf(column, STRING_TYPES);
export const isFloatColumn = (column: DbtColumn): boolean => isOneOf(column, FLOAT_TYPES);
export const isIntegerColumn = (column: DbtColumn): boolean => isOneOf(column, INTEGER_TYPES);
export const isNumericColumn = (column: DbtColumn): boolean => isOneOf(column, NUMERIC_TYPES);

function isOneOf(column: DbtColumn, types: readonly string[]): boolean {
  return types.includes(column.dtype.toLowerCase());
}

/** 256 where Spark gives no size. Only for string columns. */
export function stringSize(column: DbtColumn): number {
  return column.dtype === "text" ? 256 : (column.charSize ?? 256);
}

export function stringType(size: number): string {
  return `character varying(${size})`;
}

/** Spark knows no `numeric`, only `decimal`. */
export function numericType(precision: number | null, scale: number | null): string {
  return precision === null || scale === null ? "decimal" : `decimal(${precision},${scale})`;
}
