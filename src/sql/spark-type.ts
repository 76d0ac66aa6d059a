/**
 * Spark's data types. `void` is the type of a bare NULL; `unknown` is a type that the front end could
 * not work out (the engine decides then).
 */
export type SparkType =
  | { readonly kind: SimpleTypeKind }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | { readonly kind: "char" | "varchar"; readonly length: number }
  | { readonly kind: "year-month"; readonly from: YearMonthField; readonly to: YearMonthField }
  | { readonly kind: "day-time"; readonly from: DayTimeField; readonly to: DayTimeField }
  | { readonly kind: "array"; readonly element: SparkType }
  | { readonly kind: "map"; readonly key: SparkType; readonly value: SparkType }
  | { readonly kind: "struct"; readonly fields: readonly StructField[] };

export type SimpleTypeKind =
  | "tinyint"
  | "smallint"
  | "int"
  | "bigint"
  | "float"
  | "double"
  | "string"
  | "binary"
  | "boolean"
  | "date"
  | "timestamp"
  | "timestamp_ntz"
  | "interval"
  | "void"
  | "unknown";

export type YearMonthField = "year" | "month";
export type DayTimeField = "day" | "hour" | "minute" | "second";

export interface StructField {
  readonly name: string;
  readonly type: SparkType;
  readonly comment?: string;
}

/** Spark's DDL text of a type, in lower case: `bigint`, `decimal(10,2)`, `array<struct<a:int>>`. */
export function sparkTypeText(type: SparkType): string {
  switch (type.kind) {
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "char":
    case "varchar":
      return `${type.kind}(${type.length})`;
    case "year-month":
    case "day-time":
      return type.from === type.to
        ? `interval ${type.from}`
        : `interval ${type.from} to ${type.to}`;
    case "array":
      return `array<${sparkTypeText(type.element)}>`;
    case "map":
      return `map<${sparkTypeText(type.key)},${sparkTypeText(type.value)}>`;
    case "struct":
      return `struct<${type.fields.map(fieldText).join(",")}>`;
    default:
      return type.kind;
  }
}

function fieldText(field: StructField): string {
  return `${field.name}:${sparkTypeText(field.type)}`;
}
