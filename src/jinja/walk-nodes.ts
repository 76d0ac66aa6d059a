import { assertNever } from "../util/assert-never.ts";
import type { AnyNode, Parameter, Statement } from "./nodes.ts";
import type { ArgumentList, Expression } from "./expression-nodes.ts";

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
    case "list":
    case "tuple":
    case "tuple-target":
      return node.items;
    case "output":
    case "concat":
      return node.parts;
    default:
      if (isLeaf(node)) return [];
      return isStatement(node) ? childrenOfStatement(node) : childrenOfExpression(node);
  }
}

type LeafKind =
  "name" | "constant" | "data" | "name-target" | "namespace-target" | "break" | "continue";
type PlainKind = LeafKind | "list" | "tuple" | "tuple-target" | "output" | "concat";
type Leaf = Extract<AnyNode, { kind: LeafKind }>;
type Inner = Exclude<AnyNode, { kind: PlainKind }>;
type InnerStatement = Exclude<Statement, { kind: PlainKind }>;
type InnerExpression = Exclude<Expression, { kind: PlainKind }>;

const LEAVES = new Set<AnyNode["kind"]>([
  "name",
  "constant",
  "data",
  "name-target",
  "namespace-target",
  "break",
  "continue",
]);

function isLeaf(node: Leaf | Inner): node is Leaf {
  return LEAVES.has(node.kind);
}

const STATEMENTS = new Set<AnyNode["kind"]>([
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

function isStatement(node: Inner): node is InnerStatement {
  return STATEMENTS.has(node.kind);
}

function childrenOfExpression(node: InnerExpression): readonly AnyNode[] {
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
    default:
      return childrenOfOperation(node);
  }
}

function childrenOfOperation(
  node: Extract<
    InnerExpression,
    { kind: "unary" | "binary" | "logical" | "compare" | "conditional" }
  >,
): readonly AnyNode[] {
  switch (node.kind) {
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

function childrenOfStatement(node: InnerStatement): readonly AnyNode[] {
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
