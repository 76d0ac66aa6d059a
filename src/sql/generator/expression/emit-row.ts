import type { Expression } from "../../tree/expression.ts";
import type { StructField } from "../../spark-type.ts";
import { fieldNameOf } from "./field-name.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

/** `(a, b)` and struct(a, b): fields are named after their columns or aliases, else col1, col2. */
export function emitRow(node: { readonly items: readonly Expression[] }, scope: Scope): TypedSql {
  const parts = node.items.map((item, index) => {
    const value = scope.emitter.emitExpression(item, scope);
    return { name: fieldNameOf(item) ?? `col${index + 1}`, value };
  });
  return structOf(parts);
}

export function structOf(
  parts: readonly { readonly name: string; readonly value: TypedSql }[],
): TypedSql {
  const fields: StructField[] = parts.map(({ name, value }) => ({ name, type: value.type }));
  const packed = parts.map(({ name, value }) => `"${name.replaceAll('"', '""')}" := ${value.sql}`);
  return atom(`struct_pack(${packed.join(", ")})`, { kind: "struct", fields });
}
