import type { ArgumentList, Expression } from "../../jinja/expression-nodes.ts";
import { pyRepr } from "../../jinja/python-text.ts";
import { syntaxTreeText } from "./syntax-tree-text.ts";

/**
 * An expression written out again, as dbt writes configs into `unrendered_config`. What dbt cannot
 * write out (filters, arithmetic) it prints as Jinja2's syntax tree, and so does this.
 */
export function expressionText(node: Expression): string {
  switch (node.kind) {
    case "constant":
      return pyRepr(node.value);
    case "name":
      return node.name;
    case "call":
      return `${expressionText(node.callee)}(${argumentsText(node.args)})`;
    case "list":
      return `[${node.items.map(expressionText).join(", ")}]`;
    case "tuple":
      return tupleText(node.items.map(expressionText));
    case "dict":
      return `{${node.pairs.map(({ key, value }) => `${expressionText(key)}: ${expressionText(value)}`).join(", ")}}`;
    case "attribute":
      return `${expressionText(node.object)}.${node.name}`;
    case "item":
      return `${expressionText(node.object)}[${expressionText(node.key)}]`;
    case "concat":
      return node.parts.map(expressionText).join(" ~ ");
    case "compare":
      return [
        expressionText(node.first),
        ...node.rest.map((each) => `${each.operator} ${expressionText(each.value)}`),
      ].join(" ");
    case "logical":
      return `${expressionText(node.left)} ${node.operator} ${expressionText(node.right)}`;
    case "unary":
      if (node.operator === "not") return `not ${expressionText(node.operand)}`;
      return node.operator === "-" ? `-${expressionText(node.operand)}` : syntaxTreeText(node);
    case "binary":
    case "filter":
    case "test":
    case "slice":
    case "conditional":
      return syntaxTreeText(node);
  }
}

function argumentsText({ positional, named, spread, namedSpread }: ArgumentList): string {
  return [
    ...positional.map(expressionText),
    ...named.map(({ name, value }) => `${name}=${expressionText(value)}`),
    ...(spread === undefined ? [] : [`*${expressionText(spread)}`]),
    ...(namedSpread === undefined ? [] : [`**${expressionText(namedSpread)}`]),
  ].join(", ");
}

function tupleText(items: readonly string[]): string {
  return items.length === 1 ? `(${items.join("")},)` : `(${items.join(", ")})`;
}
