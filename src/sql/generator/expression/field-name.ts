import type { Expression } from "../../tree/expression.ts";

/** The name that an expression brings along: its alias, or the last part of a column or field. */
export function fieldNameOf(node: Expression): string | undefined {
  switch (node.kind) {
    case "aliased":
      return node.alias;
    case "column":
      return node.parts.at(-1);
    case "field":
      return node.name;
    default:
      return undefined;
  }
}
