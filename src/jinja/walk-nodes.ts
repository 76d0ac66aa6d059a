import { assertNever } from "../util/assert-never.ts";
import type { AnyNode, ArgumentList, Expression, Parameter, Statement } from "./nodes.ts";

/** Calls `visit` with every node below (and with) the given ones, outer before inner, in the order of Jinja's `find_all`. */
export function walkNodes(nodes: Iterable<AnyNode>, visit: (node: AnyNode) => void): void {
  for (const node of nodes) {
    visit(node);
    walkNodes(childrenOf(node), visit);
  }
}

/** The nodes directly below a node, in the order of Jinja's own trees. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case "name":
    case "constant":
    case "data":
    case "name-target":
    case "namespace-target":
    case "break":
    case "continue":
      return [];
    case "list":
    case "tuple":
    case "tuple-target":
      return node.items;
    case "output":
    case "concat":
      return node.parts;
    default:
      return isStatement(node) ? childrenOfStatement(node) : childrenOfExpression(node);
  }
}

type Inner<Node extends AnyNode> = Exclude<
  Node,
  { kind: "output" | "break" | "continue" | "name" | "constant" | "list" | "tuple" | "concat" }
>;

const STATEMENT_KINDS = new Set<AnyNode["kind"]>([
  "for",
  "if",
  "macro",
  "call-block",
  "filter-block",
  "with",
  "set",
  "set-block",
  "do",
  "scope",
]);

function isStatement(node: Inner<Statement> | Inner<Expression>): node is Inner<Statement> {
  return STATEMENT_KINDS.has(node.kind);
}

function childrenOfExpression(node: Inner<Expression>): readonly AnyNode[] {
  switch (node.kind) {
    case "dict":
      return node.pairs.flatMap(({ key, value }) => [key, value]);
    case "attribute":
      return [node.object];
    case "item":
      return [node.object, node.key];
    case "slice":
      return present(node.from, node.to, node.step);
    case "call":
      return [node.callee, ...argumentNodes(node.args)];
    case "filter":
    case "test":
      return [...present(node.value), ...argumentNodes(node.args)];
    case "unary":
      return [node.operand];
    case "binary":
    case "logical":
      return [node.left, node.right];
    case "compare":
      return [node.first, ...node.rest.map(({ value }) => value)];
    case "conditional":
      return [node.test, node.then, ...present(node.otherwise)];
    default:
      return assertNever(node);
  }
}

function childrenOfStatement(node: Inner<Statement>): readonly AnyNode[] {
  switch (node.kind) {
    case "for":
      return [node.target, node.iterable, ...node.body, ...node.otherwise, ...present(node.filter)];
    case "if":
      return [...node.branches.flatMap(({ test, body }) => [test, ...body]), ...node.otherwise];
    case "macro":
      return [...defaults(node.parameters), ...node.body];
    case "call-block":
      return [node.call, ...defaults(node.parameters), ...node.body];
    case "filter-block":
      return [...node.body, node.filter];
    case "with":
      return [...node.assignments.flatMap(({ target, value }) => [target, value]), ...node.body];
    case "set":
      return [node.target, node.value];
    case "set-block":
      return [node.target, ...present(node.filter), ...node.body];
    case "do":
      return [node.value];
    case "scope":
      return node.body;
    default:
      return assertNever(node);
  }
}

function defaults(parameters: readonly Parameter[]): Expression[] {
  return parameters.flatMap(({ fallback }) => present(fallback));
}

function argumentNodes(args: ArgumentList): Expression[] {
  const named = args.named.map(({ value }) => value);
  return [...args.positional, ...named, ...present(args.spread, args.namedSpread)];
}

function present<Node>(...nodes: (Node | undefined)[]): Node[] {
  return nodes.filter((node) => node !== undefined);
}
