import { bug } from "../../errors/bug.ts";
import { PyFloat } from "../../util/python-values.ts";
import type {
  CompareNode,
  CompareOperator,
  Expression,
  LogicalNode,
  NameNode,
} from "../expression-nodes.ts";
import { emitCall } from "./emit-call.ts";
import { emitFilter, emitTest } from "./emit-filter.ts";
import type { Emission, Frame } from "./emission.ts";

/** JavaScript text that gives the value of an expression. */
export function emitExpression(emission: Emission, node: Expression, frame: Frame): string {
  const emit = (part: Expression): string => emission.expression(part, frame);
  switch (node.kind) {
    case "constant":
    case "list":
    case "tuple":
    case "dict":
      return emitLiteral(emission, node, emit);
    case "name":
      return emitName(node, frame);
    case "attribute":
      return `getAttribute(ctx,${emit(node.object)},${JSON.stringify(node.name)})`;
    case "item":
      return emitItem(emission, node.object, node.key, frame);
    case "call":
      return emitCall(emission, node, frame);
    case "filter":
      return emitFilter(emission, node, frame, node.value === undefined ? '""' : emit(node.value));
    case "test":
      return emitTest(emission, node, frame);
    default:
      return emitOperation(emission, node, frame);
  }
}

type Literal = Extract<Expression, { kind: "constant" | "list" | "tuple" | "dict" }>;

function emitLiteral(
  emission: Emission,
  node: Literal,
  emit: (part: Expression) => string,
): string {
  switch (node.kind) {
    case "constant":
      return emitConstant(emission, node.value);
    case "list":
      return `[${node.items.map(emit).join(",")}]`;
    case "tuple":
      return `new PyTuple([${node.items.map(emit).join(",")}])`;
    case "dict":
      return `dictOf([${node.pairs.flatMap(({ key, value }) => [emit(key), emit(value)]).join(",")}])`;
  }
}

type Operation = Extract<
  Expression,
  { kind: "binary" | "concat" | "compare" | "unary" | "logical" | "conditional" | "slice" }
>;

function emitOperation(emission: Emission, node: Operation, frame: Frame): string {
  const emit = (part: Expression): string => emission.expression(part, frame);
  switch (node.kind) {
    case "binary":
      return node.operator === "+"
        ? `add(${emit(node.left)},${emit(node.right)})`
        : `binary(${JSON.stringify(node.operator)},${emit(node.left)},${emit(node.right)})`;
    case "compare":
      return emitCompare(emission, node, frame);
    case "concat":
      return `(${node.parts.map((part) => `str(${emit(part)})`).join("+")})`;
    default:
      return emitControl(emission, node, frame);
  }
}

function emitControl(
  emission: Emission,
  node: Extract<Expression, { kind: "unary" | "logical" | "conditional" | "slice" }>,
  frame: Frame,
): string {
  switch (node.kind) {
    case "unary":
      if (node.operator === "not") return emitCondition(emission, node, frame);
      return `${node.operator === "-" ? "negate" : "positive"}(${emission.expression(node.operand, frame)})`;
    case "logical":
      return emitLogical(emission, node, frame);
    case "conditional": {
      const soft = { ...frame, isBranch: true };
      const [then, test] = [
        emission.expression(node.then, soft),
        emitCondition(emission, node.test, soft),
      ];
      const otherwise =
        node.otherwise === undefined ? "noElse()" : emission.expression(node.otherwise, soft);
      return `(${test}?${then}:${otherwise})`;
    }
    case "slice":
      throw bug("A slice stands only between brackets.");
  }
}

/** JavaScript text that gives whether an expression is true, as a JavaScript boolean. */
export function emitCondition(emission: Emission, node: Expression, frame: Frame): string {
  if (node.kind === "compare") return emitCompare(emission, node, frame);
  if (node.kind === "test") return emitTest(emission, node, frame);
  if (node.kind === "unary" && node.operator === "not") {
    return `!${emitCondition(emission, node.operand, frame)}`;
  }
  if (node.kind === "logical") {
    const sides = [node.left, node.right].map((side) => emitCondition(emission, side, frame));
    return `(${sides.join(node.operator === "and" ? "&&" : "||")})`;
  }
  return `truth(${emission.expression(node, frame)})`;
}

/** `and` and `or` give one of their operands. */
function emitLogical(emission: Emission, node: LogicalNode, frame: Frame): string {
  const held = frame.writer.temporary();
  const left = emission.expression(node.left, frame);
  const right = emission.expression(node.right, frame);
  const [then, otherwise] = node.operator === "and" ? [right, held] : [held, right];
  return `(truth(${held}=${left})?${then}:${otherwise})`;
}

function emitCompare(emission: Emission, node: CompareNode, frame: Frame): string {
  let left = emission.expression(node.first, frame);
  const steps = node.rest.map(({ operator, value }, index) => {
    const right = emission.expression(value, frame);
    if (index === node.rest.length - 1) return compareStep(operator, left, right);
    const held = frame.writer.temporary();
    const step = compareStep(operator, left, `(${held}=${right})`);
    left = held;
    return step;
  });
  return steps.length === 1 ? steps.join("") : `(${steps.join("&&")})`;
}

function compareStep(operator: CompareOperator, left: string, right: string): string {
  switch (operator) {
    case "==":
      return `equals(${left},${right})`;
    case "!=":
      return `!equals(${left},${right})`;
    case "in":
      return `isIn(${left},${right})`;
    case "not in":
      return `!isIn(${left},${right})`;
    default:
      return `order(${JSON.stringify(operator)},${left},${right})`;
  }
}

function emitItem(emission: Emission, object: Expression, key: Expression, frame: Frame): string {
  const owner = emission.expression(object, frame);
  if (key.kind !== "slice") return `getItem(ctx,${owner},${emission.expression(key, frame)})`;
  const bound = (part: Expression | undefined): string =>
    part === undefined ? "null" : emission.expression(part, frame);
  const slice = frame.isConstant ? "constantSlice(ctx," : "slice(";
  return `${slice}${owner},{start:${bound(key.from)},stop:${bound(key.to)},step:${bound(key.step)}})`;
}

/** A variable that may be unset reads as undefined; parameters always have a value. */
function emitName({ name }: NameNode, { symbols, inDefaults }: Frame): string {
  const variable = symbols.variable(name);
  if (symbols.loadOf(variable)?.kind === "parameter" && !inDefaults) return variable;
  return `(${variable}===M?unset(ctx,${JSON.stringify(name)}):${variable})`;
}

function emitConstant(emission: Emission, value: unknown): string {
  if (value instanceof PyFloat) {
    const variable = emission.fresh.next("c");
    const text = Object.is(value.value, Infinity) ? "Infinity" : String(value.value);
    emission.hoisted.push(`const ${variable}=new PyFloat(${text});`);
    return variable;
  }
  if (typeof value === "bigint") return `${String(value)}n`;
  return JSON.stringify(value);
}
