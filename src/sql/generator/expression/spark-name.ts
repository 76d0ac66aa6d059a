import { sparkTypeText } from "../../spark-type.ts";
import type { BinaryOperator, CallExpression, Expression } from "../../tree/expression.ts";

/** The name that Spark gives a column without alias: its expression as text. */
export function sparkName(node: Expression): string {
  return node.kind === "column" ? (node.parts.at(-1) ?? "") : textOf(node);
}

function textOf(node: Expression): string {
  switch (node.kind) {
    case "null":
      return "NULL";
    case "boolean":
      return String(node.value);
    case "number":
      return node.text;
    case "string":
      return node.value;
    case "hex":
      return `X'${node.digits.toUpperCase()}'`;
    case "typed-literal":
      return `${node.type.toUpperCase()} '${node.text}'`;
    case "column":
      return node.parts.join(".");
    case "unary":
      return node.op === "not"
        ? `(NOT ${textOf(node.operand)})`
        : `(${node.op} ${textOf(node.operand)})`;
    case "operation":
      return operationText(node.op, textOf(node.left), textOf(node.right));
    case "cast":
      return `${node.isTry ? "TRY_CAST" : "CAST"}(${textOf(node.operand)} AS ${sparkTypeText(node.type).toUpperCase()})`;
    case "call":
      return callText(node);
    default:
      return otherText(node);
  }
}

function operationText(op: BinaryOperator, left: string, right: string): string {
  if (op === "||") return `concat(${left}, ${right})`;
  if (op === "<>") return `(NOT (${left} = ${right}))`;
  return `(${left} ${op === "div" ? "div" : op.toUpperCase()} ${right})`;
}

function callText(node: CallExpression): string {
  const name = node.name.at(-1) ?? "";
  if (name === "count" && node.args[0]?.kind === "star") return withOver("count(1)", node);
  const args = node.args.map(textOf).join(", ");
  return withOver(`${name}(${node.distinct ? "DISTINCT " : ""}${args})`, node);
}

function withOver(text: string, node: CallExpression): string {
  const filter = node.filter === undefined ? "" : ` FILTER (WHERE ${textOf(node.filter)})`;
  return `${text}${filter}${node.over === undefined ? "" : " OVER (...)"}`;
}

function otherText(node: Expression): string {
  switch (node.kind) {
    case "is": {
      if (node.what === "null") return `(${textOf(node.operand)} IS ${node.not ? "NOT " : ""}NULL)`;
      const value = node.what === "unknown" ? "NULL" : node.what;
      const same = `(${textOf(node.operand)} <=> ${value})`;
      return node.not ? `(NOT ${same})` : same;
    }
    case "between": {
      const text = `((${textOf(node.operand)} >= ${textOf(node.low)}) AND (${textOf(node.operand)} <= ${textOf(node.high)}))`;
      return node.not ? `(NOT ${text})` : text;
    }
    case "in-list": {
      const text = `(${textOf(node.operand)} IN (${node.list.map(textOf).join(", ")}))`;
      return node.not ? `(NOT ${text})` : text;
    }
    case "case": {
      const branches = node.branches.map(({ when, then }) => {
        const test =
          node.operand === undefined ? textOf(when) : `(${textOf(node.operand)} = ${textOf(when)})`;
        return `WHEN ${test} THEN ${textOf(then)}`;
      });
      const otherwise = node.otherwise === undefined ? "" : ` ELSE ${textOf(node.otherwise)}`;
      return `CASE ${branches.join(" ")}${otherwise} END`;
    }
    case "subscript":
      return `${textOf(node.operand)}[${textOf(node.index)}]`;
    case "field":
      return `${textOf(node.operand)}.${node.name}`;
    case "aliased":
      return `${textOf(node.operand)} AS ${node.alias}`;
    case "like":
      return node.patterns
        .map((pattern) => `${textOf(node.operand)} ${node.op.toUpperCase()} ${textOf(pattern)}`)
        .join(" ");
    case "scalar-query":
      return "scalarsubquery()";
    case "exists":
      return "exists()";
    case "lambda":
      return `lambdafunction(${textOf(node.body)}, ${node.parameters.join(", ")})`;
    case "row":
      return `named_struct(${node.items.map(textOf).join(", ")})`;
    default:
      return node.kind;
  }
}
