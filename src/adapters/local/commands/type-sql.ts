import { sparkTypeText, type SparkType } from "../../../sql/spark-type.ts";
import { sparkName } from "../engine/spark-name.ts";

/** A type as SHOW CREATE TABLE writes it: `STRUCT<a: INT>`. */
export function typeSql(type: SparkType): string {
  switch (type.kind) {
    case "array":
      return `ARRAY<${typeSql(type.element)}>`;
    case "map":
      return `MAP<${typeSql(type.key)}, ${typeSql(type.value)}>`;
    case "struct":
      return `STRUCT<${type.fields.map((field) => `${columnSqlName(field.name)}: ${typeSql(field.type)}`).join(", ")}>`;
    default:
      return sparkTypeText(type).toUpperCase();
  }
}

export function columnSqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : sparkName(name);
}

/** The tree that SHOW TABLE EXTENDED prints: ` |-- a: integer (nullable = true)`. */
export function schemaTree(
  columns: readonly {
    readonly name: string;
    readonly type: SparkType;
    readonly nullable: boolean;
  }[],
): string {
  const lines = columns.flatMap((column) =>
    branch(column.name, column.type, column.nullable, " |"),
  );
  return ["root", ...lines, ""].join("\n");
}

function branch(name: string, type: SparkType, nullable: boolean, prefix: string): string[] {
  const flag = `(nullable = ${String(nullable)})`;
  return [`${prefix}-- ${name}: ${treeName(type)} ${flag}`, ...children(type, `${prefix}    |`)];
}

function children(type: SparkType, prefix: string): string[] {
  switch (type.kind) {
    case "array":
      return [
        `${prefix}-- element: ${treeName(type.element)} (containsNull = true)`,
        ...children(type.element, `${prefix}    |`),
      ];
    case "map":
      return [
        `${prefix}-- key: ${treeName(type.key)}`,
        ...children(type.key, `${prefix}    |`),
        `${prefix}-- value: ${treeName(type.value)} (valueContainsNull = true)`,
        ...children(type.value, `${prefix}    |`),
      ];
    case "struct":
      return type.fields.flatMap((field) => branch(field.name, field.type, true, prefix));
    default:
      return [];
  }
}

function treeName(type: SparkType): string {
  return TREE_NAMES[type.kind] ?? sparkTypeText(type);
}

const TREE_NAMES: Readonly<Record<string, string>> = {
  tinyint: "byte",
  smallint: "short",
  int: "integer",
  bigint: "long",
  array: "array",
  map: "map",
  struct: "struct",
};
