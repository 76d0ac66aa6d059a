import type { Table } from "@aws-sdk/client-glue";

/**
 * Spark keeps a table's schema as JSON in the parameters, cut in parts where it is long: with the
 * letters' case and the comments, which the Data Catalog's own columns may lack.
 */
export interface SparkField {
  readonly name: string;
  readonly type: unknown;
  readonly nullable?: boolean;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

const KEY = "spark.sql.sources.schema";
/** Spark's own length of a part: HIVE_TABLE_PROPERTY_LENGTH_THRESHOLD. */
const PART_LENGTH = 4000;

/** Undefined where Spark has left none, or an empty one: Delta keeps its schema in its log. */
export function sparkFields(table: Table): readonly SparkField[] | undefined {
  const text = schemaText(table.Parameters ?? {});
  if (text === undefined) return undefined;
  const fields = fieldsOf(JSON.parse(text));
  return fields.length === 0 ? undefined : fields;
}

/** A table's parameters with this schema in the place of the one that is there. */
export function withSparkFields(
  parameters: Readonly<Record<string, string>>,
  fields: readonly SparkField[],
): Record<string, string> {
  const rest = Object.fromEntries(
    Object.entries(parameters).filter(([key]) => key !== KEY && !isPartKey(key)),
  );
  const text = JSON.stringify({ type: "struct", fields });
  if (text.length <= PART_LENGTH && parameters[KEY] !== undefined) return { ...rest, [KEY]: text };
  const parts = text.match(new RegExp(`.{1,${PART_LENGTH}}`, "gs")) ?? [];
  return {
    ...rest,
    [`${KEY}.numParts`]: String(parts.length),
    ...Object.fromEntries(parts.map((part, i) => [`${KEY}.part.${i}`, part])),
  };
}

/** A field's type as Spark prints it: `bigint`, `decimal(10,2)`, `array<struct<a:int>>`. */
export function sparkTypeText(field: SparkField): string {
  const sized = field.metadata?.__CHAR_VARCHAR_TYPE_STRING;
  return typeof sized === "string" ? sized : typeText(field.type);
}

function schemaText(parameters: Readonly<Record<string, string>>): string | undefined {
  const whole = parameters[KEY];
  if (whole !== undefined) return whole;
  const count = Number(parameters[`${KEY}.numParts`] ?? 0);
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, i) => parameters[`${KEY}.part.${i}`] ?? "").join("");
}

function isPartKey(key: string): boolean {
  return key === `${KEY}.numParts` || key.startsWith(`${KEY}.part.`);
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  integer: "int",
  long: "bigint",
  short: "smallint",
  byte: "tinyint",
};

function typeText(type: unknown): string {
  if (typeof type === "string") return SHORT_NAMES[type] ?? type;
  const { type: kind, elementType, keyType, valueType, sqlType } = record(type);
  switch (kind) {
    case "array":
      return `array<${typeText(elementType)}>`;
    case "map":
      return `map<${typeText(keyType)},${typeText(valueType)}>`;
    case "struct":
      return `struct<${fieldsOf(type).map(memberText).join(",")}>`;
    default:
      return typeText(sqlType ?? "string");
  }
}

function memberText(field: SparkField): string {
  return `${field.name}:${sparkTypeText(field)}`;
}

function fieldsOf(schema: unknown): readonly SparkField[] {
  const { fields } = record(schema);
  return Array.isArray(fields) ? (fields as readonly SparkField[]) : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
