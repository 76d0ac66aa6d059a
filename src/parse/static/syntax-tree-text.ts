import type { ArgumentList, CompareOperator, Expression } from "../../jinja/expression-nodes.ts";
import { pyRepr } from "../../jinja/python-text.ts";

/** An expression as Jinja2 prints its syntax tree: `Filter(node=Name(name='x', ctx='load'), ...)`. */
export function syntaxTreeText(node: Expression): string {
  switch (node.kind) {
    case "constant":
      return `Const(value=${pyRepr(node.value)})`;
    case "name":
      return `Name(name=${pyRepr(node.name)}, ctx='load')`;
    case "list":
      return `List(items=${listText(node.items)})`;
    case "tuple":
      return `Tuple(items=${listText(node.items)}, ctx='load')`;
    case "dict":
      return `Dict(items=[${node.pairs.map(({ key, value }) => `Pair(key=${syntaxTreeText(key)}, value=${syntaxTreeText(value)})`).join(", ")}])`;
    case "attribute":
      return `Getattr(node=${syntaxTreeText(node.object)}, attr=${pyRepr(node.name)}, ctx='load')`;
    case "item":
      return `Getitem(node=${syntaxTreeText(node.object)}, arg=${syntaxTreeText(node.key)}, ctx='load')`;
    case "slice":
      return `Slice(start=${optional(node.from)}, stop=${optional(node.to)}, step=${optional(node.step)})`;
    case "call":
      return `Call(node=${syntaxTreeText(node.callee)}, ${argumentsText(node.args)})`;
    case "filter":
      return `Filter(node=${optional(node.value)}, name=${pyRepr(node.name)}, ${argumentsText(node.args)})`;
    case "test":
      return `Test(node=${syntaxTreeText(node.value)}, name=${pyRepr(node.name)}, ${argumentsText(node.args)})`;
    case "unary":
      return `${UNARY[node.operator]}(node=${syntaxTreeText(node.operand)})`;
    case "binary":
      return `${BINARY[node.operator]}(left=${syntaxTreeText(node.left)}, right=${syntaxTreeText(node.right)})`;
    case "logical":
      return `${node.operator === "and" ? "And" : "Or"}(left=${syntaxTreeText(node.left)}, right=${syntaxTreeText(node.right)})`;
    case "concat":
      return `Concat(nodes=${listText(node.parts)})`;
    case "compare":
      return `Compare(expr=${syntaxTreeText(node.first)}, ops=[${node.rest.map(({ operator, value }) => `Operand(op='${COMPARE[operator]}', expr=${syntaxTreeText(value)})`).join(", ")}])`;
    case "conditional":
      return `CondExpr(test=${syntaxTreeText(node.test)}, expr1=${syntaxTreeText(node.then)}, expr2=${optional(node.otherwise)})`;
  }
}

const UNARY = { "-": "Neg", "+": "Pos", not: "Not" } as const;

const BINARY = {
  "+": "Add",
  "-": "Sub",
  "*": "Mul",
  "/": "Div",
  "//": "FloorDiv",
  "%": "Mod",
  "**": "Pow",
} as const;

const COMPARE: Readonly<Record<CompareOperator, string>> = {
  "==": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "lteq",
  ">": "gt",
  ">=": "gteq",
  in: "in",
  "not in": "notin",
};

function optional(node: Expression | undefined): string {
  return node === undefined ? "None" : syntaxTreeText(node);
}

function listText(nodes: readonly Expression[]): string {
  return `[${nodes.map(syntaxTreeText).join(", ")}]`;
}

function argumentsText({ positional, named, spread, namedSpread }: ArgumentList): string {
  const keywords = named.map(
    ({ name, value }) => `Keyword(key=${pyRepr(name)}, value=${syntaxTreeText(value)})`,
  );
  return `args=${listText(positional)}, kwargs=[${keywords.join(", ")}], dyn_args=${optional(spread)}, dyn_kwargs=${optional(namedSpread)}`;
}
