import type { CallExpression, Expression, WindowSpec } from "./expression.ts";

/** The expressions directly inside another. Queries inside are not entered. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "unary":
    case "is":
    case "cast":
    case "field":
    case "aliased":
    case "in-query":
      return [node.operand];
    case "operation":
    case "is-distinct":
      return [node.left, node.right];
    case "between":
      return [node.operand, node.low, node.high];
    case "in-list":
      return [node.operand, ...node.list];
    case "like":
      return [node.operand, ...node.patterns];
    case "case":
      return [
        ...(node.operand === undefined ? [] : [node.operand]),
        ...node.branches.flatMap((branch) => [branch.when, branch.then]),
        ...(node.otherwise === undefined ? [] : [node.otherwise]),
      ];
    case "call":
      return [
        ...node.args,
        ...(node.filter === undefined ? [] : [node.filter]),
        ...partsOfOver(node.over),
      ];
    case "lambda":
      return [node.body];
    case "named-argument":
      return [node.value];
    case "subscript":
      return [node.operand, node.index];
    case "row":
      return node.items;
    default:
      return [];
  }
}

function partsOfOver(over: CallExpression["over"]): readonly Expression[] {
  if (over === undefined || "name" in over) return [];
  const spec: WindowSpec = over;
  return [...spec.partitionBy, ...spec.orderBy.map((item) => item.expression)];
}
