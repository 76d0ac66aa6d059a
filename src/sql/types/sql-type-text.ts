import { sparkTypeText, type SparkType } from "../spark-type.ts";

/** A type as Spark writes it in SQL: `STRUCT<a: BIGINT, b: ARRAY<STRING>>`. */
export function sqlTypeText(type: SparkType): string {
  switch (type.kind) {
    case "array":
      return `ARRAY<${sqlTypeText(type.element)}>`;
    case "map":
      return `MAP<${sqlTypeText(type.key)}, ${sqlTypeText(type.value)}>`;
    case "struct":
      return `STRUCT<${type.fields.map((field) => `${fieldName(field.name)}: ${sqlTypeText(field.type)}`).join(", ")}>`;
    default:
      return sparkTypeText(type).toUpperCase();
  }
}

function fieldName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}
