import { quotePath } from "../../quote-name.ts";
import type { ColumnDefinition } from "../../table-translation.ts";
import type { PartitionValue, RelationName } from "../../translated-query.ts";
import type { Expression } from "../../tree/expression.ts";
import type { ColumnSpec, PartitionSpecItem } from "../../tree/statement.ts";
import { duckType } from "../../types/duck-type.ts";
import { castTo } from "../cast/cast.ts";
import type { Scope } from "../scope/scope.ts";

export function relationSql(name: RelationName): string {
  return quotePath(name.schema === undefined ? [name.name] : [name.schema, name.name]);
}

export function emitPartition(
  items: readonly PartitionSpecItem[],
  scope: Scope,
): readonly PartitionValue[] {
  return items.map(({ column, value }) => {
    if (value === undefined) return { column };
    const emitted = scope.emitter.emitExpression(value, scope);
    const text = literalText(value);
    return { column, duckSql: emitted.sql, ...(text === undefined ? {} : { text }) };
  });
}

function literalText(node: Expression): string | null | undefined {
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
    case "typed-literal":
      return node.text;
    case "boolean":
      return String(node.value);
    case "null":
      return null;
    default:
      return undefined;
  }
}

export function emitColumnDefinition(spec: ColumnSpec, scope: Scope): ColumnDefinition {
  const { name, type, nullable, comment, defaultValue } = spec;
  const base = { name, type, duckType: duckType(type), nullable };
  const withComment = comment === undefined ? base : { ...base, comment };
  if (defaultValue === undefined) return withComment;
  const value = castTo(scope.emitter.emitExpression(defaultValue, scope), type, {
    scope,
    at: spec.at,
  });
  return { ...withComment, defaultSql: value.sql };
}
