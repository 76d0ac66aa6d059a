import type { SparkType } from "../spark-type.ts";
import { widerType } from "./common-type.ts";
import { BIGINT, BOOLEAN, DOUBLE, STRING, VOID } from "./spark-types.ts";

/** The type that Spark's JsonInferSchema gives a JSON text; undefined where it is no JSON. */
export function inferJsonSchema(text: string): SparkType | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return withoutVoid(infer(value));
}

function infer(value: unknown): SparkType {
  if (value === null) return VOID;
  switch (typeof value) {
    case "boolean":
      return BOOLEAN;
    case "number":
      return Number.isInteger(value) ? BIGINT : DOUBLE;
    case "object":
      return Array.isArray(value) ? inferArray(value) : inferObject(Object.entries(value));
    default:
      return STRING;
  }
}

function inferArray(items: readonly unknown[]): SparkType {
  const element = items
    .map(infer)
    .reduce((common, type) => widerType(common, type) ?? STRING, VOID);
  return { kind: "array", element };
}

/** Fields in alphabetical order, as Spark sorts them. */
function inferObject(entries: readonly (readonly [string, unknown])[]): SparkType {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { kind: "struct", fields: sorted.map(([name, value]) => ({ name, type: infer(value) })) };
}

/** NULL without a better type is a string. */
function withoutVoid(type: SparkType): SparkType {
  switch (type.kind) {
    case "void":
      return STRING;
    case "array":
      return { kind: "array", element: withoutVoid(type.element) };
    case "struct":
      return {
        kind: "struct",
        fields: type.fields.map((field) => ({ ...field, type: withoutVoid(field.type) })),
      };
    default:
      return type;
  }
}
