import type { CallExpression, Expression } from "./expression.ts";

/**
 * A copy of an expression in which `change` replaced nodes, from the outside in: where it answers with
 * a node, that node stands as it is; where it answers undefined, its children are looked at.
 */
export function mapExpression(
  node: Expression,
  change: (node: Expression) => Expression | undefined,
): Expression {
  const changed = change(node);
  if (changed !== undefined) return changed;
  const each = (child: Expression): Expression => mapExpression(child, change);
  switch (node.kind) {
    case "unary":
    case "is":
    case "cast":
    case "field":
    case "aliased":
    case "in-query":
      return { ...node, operand: each(node.operand) };
    case "operation":
    case "is-distinct":
      return { ...node, left: each(node.left), right: each(node.right) };
    case "between":
      return { ...node, operand: each(node.operand), low: each(node.low), high: each(node.high) };
    case "in-list":
      return { ...node, operand: each(node.operand), list: node.list.map(each) };
    case "like":
      return { ...node, operand: each(node.operand), patterns: node.patterns.map(each) };
    case "case":
      return {
        ...node,
        branches: node.branches.map(({ when, then }) => ({ when: each(when), then: each(then) })),
        ...(node.operand === undefined ? {} : { operand: each(node.operand) }),
        ...(node.otherwise === undefined ? {} : { otherwise: each(node.otherwise) }),
      };
    case "call":
      return { ...node, ...mapCall(node, each) };
    case "lambda":
      return { ...node, body: each(node.body) };
    case "named-argument":
      return { ...node, value: each(node.value) };
    case "subscript":
      return { ...node, operand: each(node.operand), index: each(node.index) };
    case "row":
      return { ...node, items: node.items.map(each) };
    default:
      return node;
  }
}

function mapCall(node: CallExpression, each: (child: Expression) => Expression): CallExpression {
  const filter = node.filter === undefined ? {} : { filter: each(node.filter) };
  if (node.over === undefined || "name" in node.over) {
    return { ...node, args: node.args.map(each), ...filter };
  }
  const over = {
    ...node.over,
    partitionBy: node.over.partitionBy.map(each),
    orderBy: node.over.orderBy.map((item) => ({ ...item, expression: each(item.expression) })),
  };
  return { ...node, args: node.args.map(each), over, ...filter };
}
